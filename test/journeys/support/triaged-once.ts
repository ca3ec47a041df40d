import { expect } from '@jest/globals';
import { waitFor } from './wait-for.ts';
import type { World } from './world.ts';

/** How many of each a request has had: one of each is the promise. */
interface Traces {
  id: string;
  evaluations: number;
  proposals: number;
  mails: number;
  undone: number;
}

const TRACES = `
  select r.id,
         (select count(*)::int from evaluation e where e.request_id = r.id) as evaluations,
         (select count(*)::int from event v where v.request_id = r.id and v.type = 'request.proposed') as proposals,
         (select count(*)::int from mail m join event v on v.id = m.event_id
           where v.request_id = r.id and m.state = 'sent') as mails,
         (select count(*)::int from delivery d join event v on v.id = d.event_id
           where v.request_id = r.id and d.done_at is null) as undone
    from request r where r.id = any($1) order by r.id`;

/**
 * Waits until nothing is left to do for these requests, then expects one evaluation, one proposal and one mail of each.
 * @returns the letters that reached the mail server, by request; a worker killed while sending may repeat one.
 */
export async function expectTriagedOnce(world: World, ids: string[]): Promise<Map<string, string[]>> {
  const traces = await waitFor(`${ids.length} requests triaged`, async () => {
    const rows = await world.sql<Traces>(TRACES, [ids]);
    return rows.length === ids.length && rows.every((row) => row.undone === 0) ? rows : null;
  });
  const wrong = traces.filter((trace) => trace.evaluations !== 1 || trace.proposals !== 1 || trace.mails !== 1);
  expect(wrong).toEqual([]);
  return new Map(ids.map((id) => [id, lettersOf(world, `/demandes/${id}`)]));
}

/** Message-IDs of the letters that carry a link, in the order they came. */
export const lettersOf = (world: World, link: string): string[] =>
  world.mails.messages
    .filter((message) => message.replaceAll('=\r\n', '').includes(link))
    .map((message) => /^Message-ID:\s*(<[^>]+>)/im.exec(message)?.[1] ?? '');
