import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningProcess } from '../process/running-process.ts';
import type { Secrets } from '../secrets.ts';
import { createCluster } from './cluster.ts';
import { readMemory, writeMemory } from './memory.ts';
import { findPlace } from './place.ts';
import { prepareDatabase, prepareRoles } from './roles.ts';
import { startServer, type ServerSettings } from './server.ts';
import { databaseUrls, superuserUrl, type DatabaseUrls } from './urls.ts';

export interface PrivatePostgres {
  readonly urls: DatabaseUrls;
  readonly superUrl: string;
  readonly port: number;
  readonly reused: boolean;
  readonly running: RunningProcess;
  /** Starts it again on the port that everybody knows. */
  restart(): Promise<RunningProcess>;
}

export interface PrivatePostgresOptions {
  readonly root: string;
  readonly dataFolder: string;
  readonly secrets: Secrets;
  /** Tests trade safety for speed here. */
  readonly extraSettings?: readonly string[];
  readonly extraInitArgs?: readonly string[];
  /** Told of the server's process at its birth, and at each rebirth. */
  readonly onBirth?: (running: RunningProcess) => void;
}

/** A PostgreSQL of our own, its three roles and its database, whoever we are and wherever the project lies. */
export async function startPrivatePostgres(options: PrivatePostgresOptions): Promise<PrivatePostgres> {
  const { dataFolder, secrets } = options;
  const memory = readMemory(dataFolder);
  const place = findPlace(options.root, dataFolder, memory);
  const onBirth = options.onBirth ?? (() => undefined);
  const cluster = await createCluster(place.binaries, place.parent, place.runAs, secrets.superuser, {
    extraArgs: options.extraInitArgs ?? [],
    onBirth,
  });
  const settings: ServerSettings = {
    binaries: place.binaries,
    runAs: place.runAs,
    cluster,
    password: secrets.superuser,
    logFile: join(dataFolder, 'logs', 'postgresql.log'),
    port: memory.port,
    extraSettings: options.extraSettings ?? [],
    onBirth,
  };
  mkdirSync(join(dataFolder, 'logs'), { recursive: true, mode: 0o700 });
  const { running, port, reused } = await startServer(settings);
  writeMemory(dataFolder, { port, parent: place.parent === dataFolder ? null : place.parent, copy: place.copy });
  const superUrl = superuserUrl(port, secrets.superuser);
  await prepareRoles(superUrl, secrets);
  await prepareDatabase(superUrl);
  return {
    urls: databaseUrls(port, secrets),
    superUrl,
    port,
    reused,
    running,
    restart: async () => (await startServer({ ...settings, port, keepPort: true })).running,
  };
}
