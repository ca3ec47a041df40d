import { chooseInstance } from './choose-instance.ts';
import { dropHalfSeed, openDemonstration } from './demonstration/open-demonstration.ts';
import { plainEnvironment } from './plain-environment.ts';
import { choosePsc, openPsc } from './psc/psc.service.ts';
import { timed } from './say.ts';
import { ensureMasterKey } from './secrets.ts';
import { openApplications } from './services/applications.ts';
import { childEnvironment, publicUrl } from './services/child-environment.ts';
import { openDatabase } from './services/database.service.ts';
import { openMail } from './services/mail.service.ts';
import { openQueue } from './services/queue.service.ts';
import type { StartContext } from './start-context.ts';
import { welcomeLines } from './welcome.ts';

/** The order of a start: services, migrations, demonstration, applications, welcome. */
export async function runStart(context: StartContext, port: number): Promise<void> {
  const { options, say } = context;
  const instance = chooseInstance(options.dataFolder, options.demonstration);
  const migrations = import('../../../libs/platform/database/migrate.ts');
  const [database, queue, mail] = await Promise.all([
    timed(
      say,
      (opened) => opened.line,
      () => openDatabase(context),
    ),
    timed(
      say,
      (opened) => opened.line,
      () => openQueue(context),
    ),
    timed(
      say,
      (opened) => opened.line,
      () => openMail(context),
    ),
  ]);
  await dropHalfSeed(instance, database);
  await timed(say, 'Migrations', async () => (await migrations).migrate(database.urls.owner, { log: say }));
  const psc = instance.demonstration ? await choosePsc(context, publicUrl(options.host, port)) : null;
  const env = childEnvironment(
    {
      database: database.urls,
      redisUrl: queue.url,
      mail,
      dataFolder: options.dataFolder,
      masterKeyFile: ensureMasterKey(options.dataFolder),
      host: options.host,
      port,
      demonstration: instance.demonstration,
    },
    { ...plainEnvironment(process.env), ...psc?.env },
  );
  const accounts = instance.demonstration ? await openDemonstration(context, instance, database, env) : [];
  await Promise.all([
    timed(say, 'Serveur et worker prêts', () => openApplications(context, env)),
    openPsc(context, psc),
  ]);
  const { demonstration } = instance;
  const lines = welcomeLines({
    url: env['PUBLIC_URL'] ?? '',
    host: options.host,
    dataFolder: options.dataFolder,
    demonstration,
    accounts,
  });
  for (const line of lines) say(line);
}
