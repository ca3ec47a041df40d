import type { RequestRow } from './request.entity.ts';

/** What the indicators will need of any event: codes, places by commune, delays. Never health, never identity. */
export const factsOf = (row: RequestRow, at: Date): Record<string, string | number | null> => ({
  state: row.state,
  class: row.class,
  channel: row.channel,
  requesterRole: row.requesterRole,
  organisationId: row.organisationId,
  communeInsee: row.communeInsee,
  modality: row.modality,
  nextAction: row.nextAction,
  plannedFrom: row.plannedFrom?.toISOString() ?? null,
  plannedTo: row.plannedTo?.toISOString() ?? null,
  minutesSinceReceived: Math.round((at.getTime() - row.receivedAt.getTime()) / 60_000),
  minutesLate: row.promisedBy ? Math.max(0, Math.round((at.getTime() - row.promisedBy.getTime()) / 60_000)) : null,
});
