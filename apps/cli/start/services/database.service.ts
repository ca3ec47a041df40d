import type { DatabaseUrls } from '../postgres/urls.ts';
import { startPrivatePostgres } from '../postgres/private-postgres.ts';
import { dropDatabase, prepareDatabase } from '../postgres/roles.ts';
import { loadSecrets } from '../secrets.ts';
import type { StartContext } from '../start-context.ts';
import { givenDatabase } from './given-database.ts';

export interface DatabaseService {
  readonly urls: DatabaseUrls;
  readonly line: string;
  /** Begins again from an empty database; null when the database is not ours to empty. */
  readonly empty: (() => Promise<void>) | null;
}

/** The database that the environment names, else a private PostgreSQL kept alive. */
export async function openDatabase(context: StartContext): Promise<DatabaseService> {
  const given = await givenDatabase(process.env);
  if (given) return { urls: given, line: 'Base de données indiquée', empty: null };
  const { dataFolder } = context.options;
  const postgres = await startPrivatePostgres({
    root: context.root,
    dataFolder,
    secrets: loadSecrets(dataFolder),
    onBirth: (running) => context.shutdown.add('service', running),
  });
  context.supervisor.watch({ label: 'la base de données', restart: () => postgres.restart() }, postgres.running);
  return {
    urls: postgres.urls,
    line: `Base de données privée${postgres.reused ? ', retrouvée en marche' : ''} (port ${postgres.port})`,
    empty: async () => {
      await dropDatabase(postgres.superUrl);
      await prepareDatabase(postgres.superUrl);
    },
  };
}
