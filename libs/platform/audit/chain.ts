import { createHash } from 'node:crypto';

export interface ChainedLine {
  id: string;
  tenantId: string;
  seq: string;
  at: Date;
  actorId: string | null;
  action: string;
  resource: string;
  resourceId: string | null;
  reason: string;
}

export const GENESIS = Buffer.alloc(32);

/** Canonical JSON: keys in this order, instants in ISO 8601 UTC with milliseconds. */
export function chainHash(previous: Buffer, line: ChainedLine): Buffer {
  const canonical = JSON.stringify([
    line.tenantId,
    line.seq,
    line.id,
    line.at.toISOString(),
    line.actorId,
    line.action,
    line.resource,
    line.resourceId,
    line.reason,
  ]);
  return createHash('sha256').update(previous).update(canonical).digest();
}
