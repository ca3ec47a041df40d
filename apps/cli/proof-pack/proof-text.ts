import type { MigrationState } from '#platform';
import type { Dependency } from './dependencies.ts';
import type { RunningVersion } from './running-version.ts';
import { RUNS, type Recorded, type Run } from './test-results.ts';

/** Everything the pack says of the running version. */
export interface Proof {
  writtenAt: string;
  running: RunningVersion;
  tests: Record<Run, Recorded>;
  /** What `guichet audit verify` said; null when no guichet could be asked. */
  chain: { holds: boolean; lines: string[] } | null;
  migrations: { asked: boolean; list: MigrationState[] };
  dependencies: Dependency[];
}

export const versionLine = ({ version, commit, changed }: RunningVersion): string =>
  `version ${version}, ${commit ? `commit ${commit}${changed ? ', with files changed since' : ''}` : 'no history beside it'}`;

/** The page of the pack, in Markdown. */
export function proofText(proof: Proof): string {
  return [
    '# Proofs of the running version',
    '',
    `Written on ${proof.writtenAt} by \`guichet proof-pack\`: ${versionLine(proof.running)}.`,
    '',
    'Beside this page: `security.md` (requirement by requirement, with what is not met) and `privacy.md` (the sheet of an impact assessment).',
    '',
    '## Tests',
    ...RUNS.flatMap((run) => ['', `### \`${run}\``, '', ...testLines(proof.tests[run])]),
    '',
    '## Chain of the trail',
    '',
    ...chainText(proof.chain),
    '',
    '## Migrations',
    '',
    proof.migrations.asked
      ? 'Of this version, and whether the running database has them.'
      : 'Of this version. No database could be asked.',
    '',
    ...proof.migrations.list.map(
      ({ name, applied }) => `- ${name}${proof.migrations.asked ? (applied ? ': applied' : ': **not applied**') : ''}`,
    ),
    '',
    '## Dependencies and their licences',
    '',
    ...dependencyText(proof.dependencies),
    '',
  ].join('\n');
}

function testLines(recorded: Recorded): string[] {
  if (recorded.kind === 'none') return ['**No result on record** for this run.'];
  const { result, kind } = recorded;
  const of = result.commit ? `commit ${result.commit}` : `version ${result.version ?? 'unknown'}`;
  const when = `${of}${result.changed ? ', with files changed since' : ''}, finished ${result.finishedAt ?? 'at an unknown time'}`;
  return [
    kind === 'this-version'
      ? `Result of this very version (${when}).`
      : `**No result on record for this version.** The last one is of another (${when}).`,
    '',
    '| Ring | Passed | Failed | Seconds |',
    '|---|---:|---:|---:|',
    ...result.stages.map((one) => `| ${one.name} | ${one.passed} | ${one.failed} | ${one.seconds.toFixed(0)} |`),
    `| **all** | **${result.passed}** | **${result.failed}** | |`,
  ];
}

function chainText(chain: Proof['chain']): string[] {
  if (!chain) return ['**Not verified**: no guichet could be asked. Run this again beside a running one.'];
  return [chain.holds ? 'Every chain holds.' : '**A chain does not hold.**', '', '```', ...chain.lines, '```'];
}

function dependencyText(dependencies: readonly Dependency[]): string[] {
  const count = new Map<string, number>();
  for (const { licence } of dependencies) count.set(licence, (count.get(licence) ?? 0) + 1);
  const sums = [...count].sort(([, a], [, b]) => b - a).map(([licence, many]) => `${licence} ${many}`);
  return [
    `${dependencies.length} packages: ${sums.join(', ')}.`,
    '',
    '| Package | Version | Licence | For |',
    '|---|---|---|---|',
    ...dependencies.map(({ name, version, licence, use }) => `| ${name} | ${version} | ${licence} | ${use} |`),
  ];
}
