import type { DatabaseUrls } from '../postgres/urls.ts';
import type { MailService } from './mail.service.ts';

export interface ChildSettings {
  readonly database: DatabaseUrls;
  readonly redisUrl: string | null;
  readonly mail: Pick<MailService, 'url' | 'sinkFolder'>;
  readonly dataFolder: string;
  readonly masterKeyFile: string;
  readonly host: string;
  readonly port: number;
  readonly demonstration: boolean;
}

/** Everything api and worker are told: they never search for a service themselves. */
export function childEnvironment(settings: ChildSettings, inherited: Record<string, string>): Record<string, string> {
  const { MAIL_SINK_DIR: _sink, REDIS_URL: _redis, ...kept } = inherited;
  return {
    ...kept,
    NODE_ENV: inherited['NODE_ENV'] ?? 'production',
    DATABASE_URL: settings.database.app,
    DATABASE_OWNER_URL: settings.database.owner,
    DATABASE_SYSTEM_URL: settings.database.system,
    ...(settings.redisUrl === null ? {} : { REDIS_URL: settings.redisUrl }),
    SMTP_URL: settings.mail.url,
    ...(settings.demonstration && settings.mail.sinkFolder ? { MAIL_SINK_DIR: settings.mail.sinkFolder } : {}),
    DATA_DIR: settings.dataFolder,
    MASTER_KEY_FILE: settings.masterKeyFile,
    HOST: settings.host,
    PORT: String(settings.port),
    PUBLIC_URL: inherited['PUBLIC_URL'] ?? publicUrl(settings.host, settings.port),
    DEMONSTRATION: settings.demonstration ? '1' : '0',
  };
}

const EVERYWHERE = new Set(['0.0.0.0', '::', '127.0.0.1', '::1', 'localhost']);

/** The address to open from this machine. */
export function publicUrl(host: string, port: number): string {
  if (EVERYWHERE.has(host)) return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
