import { frenchSpaces } from './french-spaces.ts';
import { seedDemonstration } from './demo/seed.ts';
import { requiredVariable } from './required-variable.ts';
import { accountLines, readAccounts, withSecret, writeAccounts } from './start/demonstration/accounts.ts';
import { hasAnyEss } from './start/has-any-ess.ts';
import { StartError } from './start/start-error.ts';
import { plainEnvironment } from './start/plain-environment.ts';
import { UsageError } from './usage-error.ts';

/** `guichet seed`: the demonstration in an empty database, already migrated; `npm start` does it by itself. */
export async function seedCommand(args: string[]): Promise<number> {
  if (args.length > 0) throw new UsageError(`« seed » ne prend pas d'option (reçu : ${args.join(' ')}).`);
  for (const name of ['DATABASE_URL', 'DATABASE_SYSTEM_URL', 'MASTER_KEY_FILE']) requiredVariable(name);
  if (await hasAnyEss(requiredVariable('DATABASE_OWNER_URL'))) {
    throw new StartError('La base contient déjà une ESS : la démonstration ne se crée que dans une base vide.');
  }
  const env = { ...plainEnvironment(process.env), DEMONSTRATION: '1' };
  const folder = process.env['DATA_DIR'];
  const known = folder ? withSecret(readAccounts(folder)) : undefined;
  const { accounts } = await seedDemonstration(env, { log: say, now: new Date(), known });
  if (folder) writeAccounts(folder, accounts);
  for (const line of accountLines(accounts)) say(line);
  return 0;
}

function say(line: string): void {
  process.stdout.write(`${frenchSpaces(line)}\n`);
}
