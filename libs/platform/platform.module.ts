import { type DynamicModule, Global, Module, type OnApplicationShutdown, Inject } from '@nestjs/common';
import { Audit } from './audit/audit.ts';
import { BUS, type Bus } from './bus/bus.ts';
import { PostgresBus } from './bus/postgres-bus.ts';
import { RedisBus } from './bus/redis-bus.ts';
import { Clock } from './clock.ts';
import { readMasterKeys, type Config } from './config.ts';
import { Keyring } from './crypto/keyring.ts';
import { Database, type EntityClass } from './database/database.ts';
import { Antivirus } from './files/antivirus.ts';
import { FileStore } from './files/file-store.ts';
import { Mailer } from './mail/mailer.ts';
import { EventRow } from './outbox/event.entity.ts';
import { DELIVERY_MODE, Outbox, type DeliveryMode } from './outbox/outbox.ts';

export const CONFIG = Symbol('Config');

export interface PlatformOptions {
  config: Config;
  /** The rows of every lib the process uses. */
  entities: EntityClass[];
  clock?: Clock;
  deliveries?: DeliveryMode;
  /** Another way to tell the browsers than Redis or PostgreSQL; the demonstration's past tells nobody. */
  bus?: Bus;
}

@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(BUS) private readonly bus: Bus) {}

  static forRoot(options: PlatformOptions): DynamicModule {
    const { config } = options;
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: Clock, useValue: options.clock ?? new Clock() },
      { provide: DELIVERY_MODE, useValue: options.deliveries ?? 'live' },
      {
        provide: BUS,
        useFactory: () =>
          options.bus ?? (config.redisUrl ? new RedisBus(config.redisUrl) : new PostgresBus(config.databaseUrl)),
      },
      {
        provide: Database,
        inject: [BUS],
        useFactory: (bus: Bus) =>
          Database.open(config.databaseUrl, config.databasePoolSize, [EventRow, ...options.entities], bus),
      },
      {
        provide: Keyring,
        inject: [Database],
        useFactory: (database: Database) =>
          new Keyring(database, config.masterKey, () => readMasterKeys(config.masterKeyFiles)),
      },
      { provide: FileStore, useFactory: () => new FileStore(config.filesDir) },
      { provide: Antivirus, useFactory: () => new Antivirus(config.clamav) },
      { provide: Mailer, useFactory: () => new Mailer(config.smtpUrl) },
      Outbox,
      Audit,
    ];
    return {
      module: PlatformModule,
      providers,
      exports: providers.map((provider) => ('provide' in provider ? provider.provide : provider)),
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.bus.close();
  }
}
