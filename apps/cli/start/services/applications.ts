import { join } from 'node:path';
import { startNodeChild } from '../process/node-child.ts';
import type { StartContext } from '../start-context.ts';

const APPLICATIONS = [
  { name: 'api', label: 'le serveur' },
  { name: 'worker', label: 'le worker' },
] as const;

/** Starts api and worker together, waits until both are ready, and keeps them alive from then on. */
export async function openApplications(context: StartContext, env: Record<string, string>): Promise<void> {
  await Promise.all(
    APPLICATIONS.map(async ({ name, label }) => {
      const start = async () =>
        await startNodeChild({
          label,
          script: join(context.distFolder, 'apps', name, 'main.js'),
          env,
          logFile: join(context.options.dataFolder, 'logs', `${name}.log`),
          onBirth: (running) => context.shutdown.add('application', running),
        });
      const { running } = await start();
      context.supervisor.watch({ label, restart: async () => (await start()).running }, running);
    }),
  );
}
