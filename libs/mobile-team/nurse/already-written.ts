import { DomainError } from '#contracts';
import type { Member } from '#directory';
import { blindIndex } from '#platform';
import type { Key, Tx } from '#platform';
import { NurseWriteRow, type NurseWriteKind } from '../tables/nurse-write.entity.ts';

export interface KeyedWrite {
  actId: string;
  kind: NurseWriteKind;
  body: { key: string };
  /** Of the patient: a fingerprint says nothing without it. */
  key: Key;
  now: Date;
  /** The stop is living and of the person's teams: a new key may be kept. */
  isMine: boolean;
}

/**
 * Keeps the key of a write.
 * @returns true when this person has already sent it: its effect is there.
 * @throws idempotency.other-body when the same key carries something else.
 */
export async function alreadyWritten(tx: Tx, member: Member, write: KeyedWrite): Promise<boolean> {
  const { tenantId } = tx.ctx;
  const { actId, kind, body, now } = write;
  const row: NurseWriteRow = {
    tenantId,
    key: body.key.toLowerCase(),
    actId,
    kind,
    fingerprint: blindIndex(write.key, 'nurse-write', JSON.stringify(body)),
    byId: member.professionalId,
    at: now,
  };
  if (write.isMine) {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(NurseWriteRow)
      .values(row)
      .orIgnore()
      .returning('key')
      .execute();
    if (Array.isArray(raw) && raw.length === 1) return false;
  }
  const known = await tx.manager.findOneBy(NurseWriteRow, { tenantId, key: row.key });
  if (!known) return false;
  const isSame =
    known.actId === actId &&
    known.kind === kind &&
    known.byId === row.byId &&
    known.fingerprint.equals(row.fingerprint);
  if (isSame) return true;
  throw new DomainError(
    'idempotency.other-body',
    'Un autre geste a déjà été envoyé sous cette clé. Rechargez la tournée, puis refaites-le.',
  );
}
