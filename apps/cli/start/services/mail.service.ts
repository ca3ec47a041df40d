import { join } from 'node:path';
import { findFreePort } from '../free-port.ts';
import { startNodeChild } from '../process/node-child.ts';
import { plainEnvironment } from '../plain-environment.ts';
import type { StartContext } from '../start-context.ts';

export interface MailService {
  readonly url: string;
  /** Folder of the sink; null when mails really leave. */
  readonly sinkFolder: string | null;
  readonly line: string;
}

/** The mail server that the environment names, else a sink: mails then stay on this machine. */
export async function openMail(context: StartContext): Promise<MailService> {
  const given = process.env['SMTP_URL'];
  if (given) return { url: given, sinkFolder: null, line: 'Courriel : serveur indiqué' };
  const { dataFolder } = context.options;
  const folder = join(dataFolder, 'mail');
  const port = await findFreePort();
  const start = async () =>
    await startNodeChild({
      label: 'la boîte aux lettres',
      script: join(context.distFolder, 'apps', 'cli', 'start', 'mail-sink', 'mail-sink.child.js'),
      env: { ...plainEnvironment(process.env), MAIL_SINK_FOLDER: folder, MAIL_SINK_PORT: String(port) },
      logFile: join(dataFolder, 'logs', 'mail-sink.log'),
      onBirth: (running) => context.shutdown.add('service', running),
    });
  const { running } = await start();
  context.supervisor.watch({ label: 'la boîte aux lettres', restart: async () => (await start()).running }, running);
  return { url: `smtp://127.0.0.1:${port}`, sinkFolder: folder, line: 'Courriel gardé sur cette machine' };
}
