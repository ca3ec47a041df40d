import type { PriorityClass } from '#contracts/enums';
import { rankOf } from '#contracts';
import type { EssRow } from '#directory';
import { factsOfContent } from '#intake';
import type { RequestContent } from '#intake';
import { ENGINE_VERSION, evaluate, protocolFor } from '#protocol';
import type { Proposal } from '#protocol';
import { CLASS_DELAY_HOURS } from '#requests';
import type { RequestRow } from '#requests';

/** What an evaluation keeps: the proposal of the protocol, or the declaration of the requester. */
export interface Assessment {
  class: PriorityClass;
  delayHours: number;
  /** Null in organisation mode. */
  proposal: Proposal | null;
  engineVersion: string;
  protocol: { id: string; version: string; sha256: string } | null;
}

/**
 * In `protocol` mode the class is the protocol's; in `organisation` mode the one the requester declares, with the delay
 * of its class. A red flag sent all the same stays an emergency in both.
 */
export function assess(ess: EssRow, row: RequestRow, content: RequestContent): Assessment {
  const stays = row.state === 'emergency';
  if (ess.triageMode === 'organisation') {
    const value = stays ? 'P0' : row.declaredClass;
    return {
      class: value,
      delayHours: CLASS_DELAY_HOURS[value],
      proposal: null,
      engineVersion: ENGINE_VERSION,
      protocol: null,
    };
  }
  const proposal = evaluate(factsOfContent(ess, content, row), protocolFor(ess.specialty), row.receivedAt);
  const { protocolId, protocolVersion, protocolSha256 } = proposal.snapshot;
  return {
    class: stays && rankOf(proposal.class) > 0 ? 'P0' : proposal.class,
    delayHours: proposal.dueInHours,
    proposal,
    engineVersion: ENGINE_VERSION,
    protocol: { id: protocolId, version: protocolVersion, sha256: protocolSha256 },
  };
}
