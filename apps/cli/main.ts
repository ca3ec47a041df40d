import { frenchSpaces } from './french-spaces.ts';
import { leaveWithReader } from './io.ts';
import { errorCode } from './start/error-code.ts';
import { StartError } from './start/start-error.ts';
import { UsageError } from './usage-error.ts';

/** A command gets the words after its name and answers with the exit code. */
type Command = (args: string[]) => Promise<number>;

/** Loaded one at a time: `triage` must not pay for the database driver. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./start/start.command.ts')).startCommand,
  migrate: async () => (await import('./migrate.command.ts')).migrateCommand,
  seed: async () => (await import('./seed.command.ts')).seedCommand,
  triage: async () => {
    const { runTriage } = await import('./triage/triage.command.ts');
    return (args) => runTriage(args, process);
  },
  route: async () => (await import('./route/route.command.ts')).runRoute,
  audit: async () => (await import('./audit/audit.command.ts')).auditCommand,
  keys: async () => (await import('./keys/keys.command.ts')).keysCommand,
  patients: async () => (await import('./patients/patients.command.ts')).patientsCommand,
  retention: async () => (await import('./retention/retention.command.ts')).retentionCommand,
  'proof-pack': async () => (await import('./proof-pack/proof-pack.command.ts')).proofPackCommand,
  users: async () => (await import('./users.command.ts')).usersCommand,
};

export async function main(name: string, args: string[]): Promise<number> {
  leaveWithReader(process.stdout, () => process.exit());
  try {
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!load) throw new UsageError(`Commande inconnue : « ${name} ».`);
    const command = await load();
    return await command(args);
  } catch (error) {
    if (error instanceof UsageError) {
      complain(`${error.message} L'aide : npx --no guichet help`);
      return 2;
    }
    if (error instanceof StartError) {
      complain(error.message);
      return 1;
    }
    if (errorCode(error) === 'ECONNREFUSED') {
      complain("La base de données ne répond pas : lancez d'abord « npm start » dans un autre terminal.");
      return 1;
    }
    throw error;
  }
}

function complain(sentence: string): void {
  process.stderr.write(`${frenchSpaces(sentence)}\n`);
}
