import type { Channel } from '#contracts/enums';
import type { EssRow } from '#directory';
import { formFor, toFacts } from '#forms';
import type { Facts } from '#protocol';
import type { RequestContent } from './send-request.service.ts';

/** What the protocol reads of a request: the answers as facts, as of its reception. */
export function factsOfContent(
  ess: EssRow,
  content: RequestContent,
  reception: { receivedAt: Date; channel: Channel },
): Facts {
  const facts = toFacts(content.answers, formFor(ess.specialty), { ...reception, timeZone: ess.timezone });
  return { ...facts, requester: content.requesterRole };
}
