import type { Instance } from '../data-folder.ts';
import { writeInstance } from '../data-folder.ts';
import { hasAnyEss } from '../has-any-ess.ts';
import { timed } from '../say.ts';
import type { DatabaseService } from '../services/database.service.ts';
import { StartError } from '../start-error.ts';
import type { StartContext } from '../start-context.ts';
import type { DemonstrationAccount } from './accounts.ts';
import { prepareDemonstration } from './prepare-demonstration.ts';

/** Seeds at the first start; later, brings the demonstration to today. `migrate` is run again after a fresh database. */
export async function openDemonstration(
  context: StartContext,
  instance: Instance,
  database: DatabaseService,
  env: Record<string, string>,
): Promise<DemonstrationAccount[]> {
  const { dataFolder } = context.options;
  const common = {
    distFolder: context.distFolder,
    dataFolder,
    env,
    onBirth: (running: Parameters<typeof context.shutdown.add>[1]) => context.shutdown.add('application', running),
  };
  if (await hasAnyEss(database.urls.owner)) {
    return await timed(context.say, "Démonstration amenée à aujourd'hui", () =>
      prepareDemonstration({ ...common, work: 'roll-forward' }),
    );
  }
  writeInstance(dataFolder, { ...instance, seed: 'started' });
  const accounts = await timed(context.say, 'Démonstration créée', () =>
    prepareDemonstration({ ...common, work: 'seed' }),
  );
  writeInstance(dataFolder, { ...instance, seed: 'done' });
  return accounts;
}

/** A demonstration cut short half-way is thrown away before the migrations run. */
export async function dropHalfSeed(instance: Instance, database: DatabaseService): Promise<void> {
  if (instance.seed !== 'started') return;
  if (!database.empty) {
    throw new StartError(
      'La création de la démonstration avait été interrompue : videz la base indiquée par DATABASE_URL, puis relancez.',
    );
  }
  await database.empty();
}
