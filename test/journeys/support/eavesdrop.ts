import { Redis } from 'ioredis';
import pg from 'pg';
import type { World } from './world.ts';

/** Everything that went by where no health datum and no identity may go. */
export interface Eavesdropping {
  queue(): Promise<string>;
  bus(): string;
  stop(): Promise<void>;
}

/** Copies every row of the queue's tables, as text, at each change. */
const COPY_QUEUE_ROWS = `
  create table overheard (row text not null);
  create function overhear() returns trigger language plpgsql security definer set search_path = public as
    $f$ begin insert into overheard values (new::text); return new; end $f$;
  do $d$ declare t record; begin
    for t in select c.oid::regclass as name from pg_class c where c.relnamespace = 'bullmq'::regnamespace and c.relkind = 'r' loop
      execute format('create trigger overhear after insert or update on %s for each row execute function public.overhear()', t.name);
    end loop; end $d$;`;

/** Listens to the queue and the bus of a world, whichever engine holds them. */
export const eavesdrop = (world: World): Promise<Eavesdropping> =>
  world.redis ? onRedis(world.redis.socketPath) : onPostgres(world);

async function onRedis(path: string): Promise<Eavesdropping> {
  const commands: string[] = [];
  const published: string[] = [];
  const redis = new Redis({ path });
  const monitor = await redis.monitor();
  monitor.on('monitor', (_time: string, args: string[]) => {
    commands.push(args.join(' '));
    if (args[0]?.toLowerCase() === 'publish') published.push(args.slice(1).join(' '));
  });
  return {
    queue: async () => commands.join('\n'),
    bus: () => published.join('\n'),
    async stop() {
      monitor.disconnect();
      await redis.quit();
    },
  };
}

async function onPostgres(world: World): Promise<Eavesdropping> {
  await world.sql(COPY_QUEUE_ROWS);
  const published: string[] = [];
  const listener = new pg.Client({ connectionString: world.database.superUrl });
  await listener.connect();
  listener.on('notification', (message) => published.push(`${message.channel} ${message.payload ?? ''}`));
  await listener.query('listen guichet_bus; listen outbox');
  return {
    queue: async () => (await world.sql<{ row: string }>('select row from overheard')).map((one) => one.row).join('\n'),
    bus: () => published.join('\n'),
    stop: () => listener.end(),
  };
}
