import { frenchSpaces } from './french-spaces.ts';
import { migrate } from '../../libs/platform/database/migrate.ts';
import { requiredVariable } from './required-variable.ts';
import { UsageError } from './usage-error.ts';

/** `guichet migrate`: for a managed database; `npm start` does it by itself. */
export async function migrateCommand(args: string[]): Promise<number> {
  if (args.length > 0) throw new UsageError(`« migrate » ne prend pas d'option (reçu : ${args.join(' ')}).`);
  await migrate(requiredVariable('DATABASE_OWNER_URL'), { log: say });
  say('Base de données à jour.');
  return 0;
}

function say(line: string): void {
  process.stdout.write(`${frenchSpaces(line)}\n`);
}
