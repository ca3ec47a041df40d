import { randomUUID } from 'node:crypto';
import { openWorld, send, type Visitor, type World } from '../../journeys/support/world.ts';
import { exampleAnswers } from '#forms';

/**
 * The api of the house, a hundred visits to plan, six teams: how late is its event loop while it plans? Told to the
 * parent as one message.
 */
const VISITS = 100;
const TEAMS = 6;
const SECONDS = 2;
/** The middle one is told: other work of the machine counts as lateness too. */
const ROUNDS = 3;
const AT_ONCE = 4;
const DAY = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

interface Late {
  p99: number;
  max: number;
  samples: number;
}

function probe(
  world: World,
  order: { probe: 'read' } | { probe: 'spin'; ms: number } = { probe: 'read' },
): Promise<Late> {
  return new Promise((resolve) => {
    const hear = (message: unknown) => {
      if (typeof message !== 'object' || message === null || !('probe' in message)) return;
      world.api.child.off('message', hear);
      resolve(message.probe as Late);
    };
    world.api.child.on('message', hear);
    world.api.child.send(order);
  });
}

/** Communes on a grid of some forty kilometres, and teams that start in its middle. */
async function settle(world: World): Promise<string[]> {
  const codes = Array.from({ length: VISITS }, (_, index) => String(44_300 + index));
  await world.sql(
    `insert into commune (insee_code, name, search_name, lat, lng)
     select code, 'Commune ' || code, 'commune', 47.2 + 0.04 * (rank % 10), -2 + 0.05 * (rank / 10)
       from unnest($1::text[]) with ordinality as given (code, rank)`,
    [codes],
  );
  await world.sql('delete from team_member');
  await world.sql('delete from team');
  await world.sql(
    `insert into team (tenant_id, id, name, colour, equipment, start_label, start_lat, start_lng, end_label, end_lat,
                       end_lng, shift_from, shift_to)
     select $1, gen_random_uuid(), 'Équipe ' || n, n, '{ecg,echo}', 'Savenay', 47.36, -1.94, 'Savenay', 47.36, -1.94, 480, 1080
       from generate_series(0, $2 - 1) as n`,
    [world.cardio.id, TEAMS],
  );
  return codes;
}

async function order(world: World, gp: Visitor, specialist: Visitor, commune: string): Promise<void> {
  const path = `/api/e/${world.cardio.slug}/requests`;
  const { place } = exampleAnswers();
  const { id } = await send(
    gp,
    world.cardio,
    { declaredClass: 'P2', place: { ...place, communeInsee: commune, communeName: commune } },
    randomUUID(),
  );
  await specialist.post(`${path}/${id}/confirm`, { version: 1, class: 'P2', reason: 'À voir chez elle' }).expect(200);
  const visit = { version: 2, exams: ['ecg'], question: 'Trouble du rythme ?', minutes: 20 };
  await specialist.post(`${path}/${id}/decisions/visit`, visit).expect(200);
}

async function main(): Promise<void> {
  const preload = new URL('./event-loop-probe.mjs', import.meta.url).href;
  const world = await openWorld({ worker: false, env: { NODE_OPTIONS: `--import ${preload}` } });
  try {
    const communes = await settle(world);
    const [gp, specialist, coordinator] = await Promise.all(
      [world.cardio.gp, world.cardio.specialist, world.cardio.coordinator].map((person) => world.as(person)),
    );
    for (let index = 0; index < VISITS; index += AT_ONCE)
      await Promise.all(communes.slice(index, index + AT_ONCE).map((code) => order(world, gp!, specialist!, code)));
    const path = `/api/e/${world.cardio.slug}/mobile/day`;
    // Once unmeasured: the code is warm, as in a house that has been open for an hour.
    await coordinator!.post(`${path}/plan`, { date: DAY, version: 0, seconds: 0.1 }).expect(200);
    await probe(world);
    await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
    const quiet = await probe(world);
    const twin = await probe(world, { probe: 'spin', ms: SECONDS * 1000 });
    const rounds: (Late & { tookMs: number; visits: number; left: number })[] = [];
    for (let version = 1; version <= ROUNDS; version += 1) {
      await probe(world);
      const begun = Date.now();
      const { body } = await coordinator!.post(`${path}/plan`, { date: DAY, version, seconds: SECONDS }).expect(200);
      const tookMs = Date.now() - begun;
      rounds.push({ ...(await probe(world)), tookMs, visits: body.totals.visits, left: body.unplanned.length });
    }
    const busy = rounds.sort((one, other) => one.p99 - other.p99)[Math.floor(ROUNDS / 2)];
    process.send?.({ quiet, twin, busy, teams: TEAMS });
  } finally {
    await world.stop();
  }
}

await main();
process.disconnect?.();
