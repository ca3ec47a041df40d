import { somebody } from './answers.ts';
import type { Person, Team } from './territory.ts';
import { send, type World } from './world.ts';

/** One team as its neighbours must never see it: words and ids that belong to it alone. */
interface Side {
  team: Team;
  marker: string;
  requestIds: string[];
  cookies: Record<'gp' | 'secretary' | 'commuter', string>;
}

interface Ask {
  who: string;
  path: string;
  body?: object;
  /** What the answer must carry: the team's own marker, its slug, or nothing at all. */
  expects: 'marker' | 'slug' | 404;
}

const CONCURRENCY = 16;
const BIRTH_DATE = '1945-03-14';

/** Reads of two teams, mixed, many at once. @returns a line for each answer that is not its team's. */
export async function interleave(world: World, count: number): Promise<{ asked: number; crossed: string[] }> {
  const sides = [await side(world, world.cardio, 'Alphonsin'), await side(world, world.nephro, 'Bravarin')] as const;
  const asks = Array.from({ length: count }, (_, index) => {
    const [mine, theirs] = index % 2 === 0 ? sides : ([sides[1], sides[0]] as const);
    const kinds = asksOf(mine, theirs, index);
    return { mine, theirs, ask: kinds[Math.floor(index / 2) % kinds.length]! };
  });
  const crossed: string[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let turn = next++; turn < asks.length; turn = next++) {
      const { mine, theirs, ask } = asks[turn]!;
      const fault = await faultOf(world.url, mine, theirs, ask);
      if (fault) crossed.push(`${mine.team.slug} ${ask.path}: ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return { asked: asks.length, crossed };
}

async function side(world: World, team: Team, marker: string): Promise<Side> {
  const gp = await world.as(team.gp);
  const commuter = await world.as(world.commuter);
  const requestIds: string[] = [];
  for (const author of [gp, gp, gp, commuter, commuter])
    requestIds.push((await send(author, team, { patient: somebody(marker) })).id);
  const cookieOf = async (person: Person) => (await world.as(person)).cookie;
  return {
    team,
    marker,
    requestIds,
    cookies: { gp: gp.cookie, commuter: commuter.cookie, secretary: await cookieOf(team.secretary) },
  };
}

function asksOf(mine: Side, theirs: Side, index: number): Ask[] {
  const home = `/api/e/${mine.team.slug}`;
  const { gp, secretary, commuter } = mine.cookies;
  const own = mine.requestIds[index % mine.requestIds.length]!;
  const foreign = theirs.requestIds[index % theirs.requestIds.length]!;
  return [
    { who: secretary, path: `${home}/desk/queue`, expects: 'marker' },
    { who: secretary, path: `${home}/requests/${own}`, expects: 'marker' },
    { who: gp, path: `${home}/requests?scope=organisation`, expects: 'marker' },
    { who: commuter, path: `${home}/requests?scope=mine`, expects: 'marker' },
    { who: commuter, path: `${home}/patients/search`, body: { birthDate: BIRTH_DATE }, expects: 'marker' },
    { who: secretary, path: `${home}/context`, expects: 'slug' },
    { who: secretary, path: `${home}/requests/${foreign}`, expects: 404 },
    { who: commuter, path: `${home}/requests/${foreign}`, expects: 404 },
    { who: gp, path: `/api/e/${theirs.team.slug}/requests/${foreign}`, expects: 404 },
  ];
}

async function faultOf(url: string, mine: Side, theirs: Side, ask: Ask): Promise<string | null> {
  const answer = await fetch(`${url}${ask.path}`, {
    method: ask.body ? 'POST' : 'GET',
    headers: { cookie: ask.who, 'content-type': 'application/json' },
    body: ask.body ? JSON.stringify(ask.body) : undefined,
  });
  const text = await answer.text();
  if (answer.status !== (ask.expects === 404 ? 404 : 200)) return `status ${answer.status}`;
  const foreign = [theirs.marker, theirs.team.slug, theirs.team.id, ...theirs.requestIds];
  const seen = foreign.filter((word) => text.includes(word));
  if (seen.length > 0) return `shows ${seen.join(', ')}`;
  const needed = { marker: mine.marker, slug: mine.team.slug, 404: 'not-found' }[ask.expects];
  return text.includes(needed) ? null : `lacks ${needed}`;
}
