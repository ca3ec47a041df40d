import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findFreePort } from '../free-port.ts';
import { plainEnvironment } from '../plain-environment.ts';
import { startNodeChild } from '../process/node-child.ts';
import type { RunningProcess } from '../process/running-process.ts';
import { timed } from '../say.ts';
import type { StartContext } from '../start-context.ts';
import { CLIENT_ID, clientSecret } from './keys.ts';

const DISCOVERY_PATH = '/auth/realms/esante-wallet/.well-known/wallet-openid-configuration';

const LABEL = 'le fournisseur fictif de Pro Santé Connect';

export interface PscService {
  /** What the api is told of it. */
  readonly env: Record<string, string>;
  start(): Promise<RunningProcess>;
}

/** Of the tools of development: an installation without them has no fictitious provider. */
function isInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('oidc-provider');
    return true;
  } catch {
    return false;
  }
}

/**
 * The fictitious provider of the demonstration, on a port of its own; null when the environment names a real one, when
 * the package is not there, or when the public address is another machine's, where this port would not be reached.
 */
export async function choosePsc(context: StartContext, publicUrl: string): Promise<PscService | null> {
  if (process.env['PSC_DISCOVERY_URL'] || process.env['PUBLIC_URL'] || !isInstalled()) return null;
  const { host, dataFolder } = context.options;
  const port = await findFreePort(host);
  const folder = join(dataFolder, 'psc');
  const origin = new URL(publicUrl);
  origin.port = String(port);
  const childEnv = {
    ...plainEnvironment(process.env),
    PSC_FOLDER: folder,
    PSC_HOST: host,
    PSC_PORT: String(port),
    PSC_ORIGIN: origin.origin,
    PUBLIC_URL: publicUrl,
  };
  const start = async () =>
    await startNodeChild({
      label: LABEL,
      script: join(context.distFolder, 'apps', 'cli', 'start', 'psc', 'provider.child.js'),
      env: childEnv,
      logFile: join(dataFolder, 'logs', 'psc.log'),
      onBirth: (running) => context.shutdown.add('application', running),
    });
  return {
    env: {
      PSC_DISCOVERY_URL: `${origin.origin}${DISCOVERY_PATH}`,
      PSC_CLIENT_ID: CLIENT_ID,
      PSC_CLIENT_SECRET_FILE: clientSecret(folder).clientSecretFile,
      PSC_LOCAL_PROVIDER: '1',
    },
    start: async () => (await start()).running,
  };
}

/** The house opens without it all the same: one then signs in with a password. */
export async function openPsc(context: StartContext, psc: PscService | null): Promise<void> {
  if (!psc) return;
  try {
    const running = await timed(context.say, 'Fournisseur fictif de Pro Santé Connect prêt', psc.start);
    context.supervisor.watch({ label: LABEL, restart: psc.start }, running);
  } catch (error) {
    context.say(error instanceof Error ? error.message : String(error));
  }
}
