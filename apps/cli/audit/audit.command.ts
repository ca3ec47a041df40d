import 'reflect-metadata';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readAnchors, verifyAudit } from '#platform';
import { frenchSpaces } from '../french-spaces.ts';
import { runningEnvironment } from '../running-environment.ts';
import { StartError } from '../start/start-error.ts';
import { UsageError } from '../usage-error.ts';
import { anchorLines, chainLines, lostTenants } from './audit-lines.ts';

const USAGE = 'Usage : guichet audit verify [--ess SLUG] [--data DIR].';
const OPTIONS = { ess: { type: 'string' }, data: { type: 'string', default: '.guichet' } } as const;

/** `guichet audit verify`: walks every chain and compares it with the anchors; 0 all hold, 1 something does not. */
export async function auditCommand(args: string[]): Promise<number> {
  const { ess, data } = readArguments(args);
  const env = runningEnvironment(data);
  return verify(env, ess ?? null, (line) => process.stdout.write(`${frenchSpaces(line)}\n`));
}

export async function verify(
  env: Record<string, string>,
  slug: string | null,
  say: (line: string) => void,
): Promise<number> {
  const file = env['AUDIT_ANCHOR_FILE'] ?? (env['DATA_DIR'] ? join(env['DATA_DIR'], 'audit-anchors.jsonl') : null);
  // Before the chains: an anchor written meanwhile would speak of lines that this reading cannot see.
  const reading = file === null ? null : readAnchors(file);
  const reports = await verifyAudit(env['DATABASE_URL'] ?? '', reading, slug);
  if (slug !== null && reports.length === 0) throw new StartError(`Aucune ESS « ${slug} ».`);
  const sealed = reports.some(({ verified }) => verified > 0);
  const anchors = anchorLines(reading, sealed);
  const lost = slug === null ? lostTenants(reading, reports) : [];
  for (const line of [...anchors.lines, ...lost, ...reports.flatMap((report) => chainLines(report, new Date()))])
    say(line);
  return anchors.hold && lost.length === 0 && reports.every(({ broken }) => broken === null) ? 0 : 1;
}

function readArguments(args: string[]): { ess: string | undefined; data: string } {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: true });
    if (positionals.length === 1 && positionals[0] === 'verify') return { ess: values.ess, data: values.data };
  } catch {
    // Said below, in French.
  }
  throw new UsageError(USAGE);
}
