import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { lintProtocol, shippedProtocols, type EvaluationMode } from '#protocol';
import { evaluateItems } from './evaluate-items.ts';
import { explainRule } from './explain-rule.ts';
import { readAll, type CommandIo, type ExitCode } from '../io.ts';
import { parseItems, UnreadableInput } from './parse-items.ts';

const USAGE = `Usage :
  guichet triage evaluate [--mode structured|text|both] FICHIER|-
      une demande (objet JSON), un tableau ou une ligne par demande ; répond un tableau JSON
  guichet triage lint          relit les protocoles livrés
  guichet triage explain RÈGLE décrit une règle, par exemple HF06
`
  .replaceAll(' :', '\u00a0:')
  .replaceAll(' ;', '\u00a0;');

const MODES: readonly EvaluationMode[] = ['structured', 'text', 'both'];

function refuse(io: CommandIo, message: string): ExitCode {
  io.stderr.write(`${message}\n`);
  return 2;
}

const readInput = (from: string, io: CommandIo): Promise<string> => {
  return from === '-' ? readAll(io.stdin) : readFile(from, 'utf8');
};

async function runEvaluate(args: string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { mode: { type: 'string' } } });
  const mode = MODES.find((known) => known === (values.mode ?? 'both'));
  const [from] = positionals;
  if (mode === undefined || from === undefined || positionals.length > 1) return refuse(io, USAGE);
  const items = parseItems(await readInput(from, io));
  const { answers, failed } = evaluateItems(items, mode, new Date());
  io.stdout.write(`${JSON.stringify(answers, null, 2)}\n`);
  if (failed > 0) io.stderr.write(`${failed} demande(s) en erreur sur ${answers.length}.\n`);
  return failed > 0 ? 1 : 0;
}

function runLint(io: CommandIo): ExitCode {
  const problems = shippedProtocols().flatMap((protocol) =>
    lintProtocol(protocol).map((problem) => ({ protocol: protocol.id, ...problem })),
  );
  for (const { protocol, rule, severity, message } of problems)
    io.stdout.write(`${severity === 'error' ? 'erreur' : 'à relire'} ${protocol} ${rule ?? ''} ${message}\n`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  io.stdout.write(
    `${shippedProtocols().length} protocoles, ${errors} erreur(s), ${problems.length - errors} point(s) à relire.\n`,
  );
  return errors > 0 ? 1 : 0;
}

function runExplain(args: string[], io: CommandIo): ExitCode {
  const [id] = args;
  if (id === undefined) return refuse(io, USAGE);
  const text = explainRule(id);
  if (text === undefined) return refuse(io, `Règle inconnue\u00a0: ${id}`);
  io.stdout.write(text);
  return 0;
}

/** `guichet triage …`: needs no database; answers on stdout, everything else on stderr. */
export async function runTriage(argv: string[], io: CommandIo): Promise<number> {
  const [command, ...args] = argv;
  try {
    if (command === 'evaluate') return await runEvaluate(args, io);
    if (command === 'lint') return runLint(io);
    if (command === 'explain') return runExplain(args, io);
    return refuse(io, USAGE);
  } catch (error) {
    if (error instanceof UnreadableInput) return refuse(io, error.message);
    return refuse(io, `Entrée illisible\u00a0: ${error instanceof Error ? error.message : String(error)}`);
  }
}
