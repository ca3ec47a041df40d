import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '#contracts';
import type { Member } from '#directory';
import { Clock, Database, Keyring, keyIdBytes, reseal, sealJson, unsealJson } from '#platform';
import type { Tx } from '#platform';
import { RequestRow } from '#requests';
import type { Key } from '#platform';
import { DraftRow } from './draft.entity.ts';
import type { DraftDto } from './intake.dto.ts';
import type { DraftView, SavedDraftView } from './intake.view.ts';

const MOST_CHARACTERS = 60_000;
const MOST_DRAFTS = 20;

const place = (id: string) => ({ table: 'draft', column: 'sealed', row: id });

const toDraftView = (row: DraftRow, key: Key): DraftView => ({
  id: row.id,
  step: row.step,
  version: row.version,
  savedAt: row.savedAt.toISOString(),
  content: unsealJson<Record<string, unknown>>(key, place(row.id), row.sealed),
});

/** Drafts belong to one author; the last save wins only over the version it saw. */
@Injectable()
export class Drafts {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
  ) {}

  async list(member: Member): Promise<DraftView[]> {
    return this.database.tx(member.ctx, async (tx) => {
      const rows = await tx.manager.find(DraftRow, {
        where: { tenantId: member.ess.id, authorId: member.professionalId },
        order: { savedAt: 'DESC' },
        take: MOST_DRAFTS,
      });
      const views: DraftView[] = [];
      for (const row of rows) views.push(toDraftView(row, await this.keyring.openingKey(row.tenantId, row.sealed, tx)));
      return views;
    });
  }

  async get(member: Member, id: string): Promise<DraftView> {
    return this.database.tx(member.ctx, async (tx) => {
      const guard = { tenantId: member.ess.id, id, authorId: member.professionalId };
      const row = await tx.manager.findOneBy(DraftRow, guard);
      if (!row) throw notFound();
      return toDraftView(row, await this.keyring.openingKey(row.tenantId, row.sealed, tx));
    });
  }

  async save(member: Member, id: string, dto: DraftDto): Promise<SavedDraftView> {
    if (JSON.stringify(dto.content).length > MOST_CHARACTERS) {
      throw new DomainError('input.invalid', 'Ce brouillon est trop long pour être gardé. Raccourcissez les textes.');
    }
    const now = this.clock.now();
    const row = { tenantId: member.ess.id, authorId: member.professionalId, step: dto.step };
    return this.database.tx(member.ctx, async (tx) => {
      await refuseSent(tx, id);
      const sealed = sealJson(await this.keyring.writingKey(tx), place(id), dto.content);
      const inserted: unknown[] = await tx.manager.query(
        `insert into draft (tenant_id, id, author_id, step, version, saved_at, sealed) values ($1, $2, $3, $4, 1, $5, $6)
         on conflict do nothing returning 1`,
        [row.tenantId, id, row.authorId, row.step, now, sealed],
      );
      if (inserted.length > 0) return { id, version: 1, savedAt: now.toISOString() };
      const guard = { tenantId: row.tenantId, id, authorId: row.authorId };
      const current = await tx.manager.findOneBy(DraftRow, guard);
      if (!current) throw notFound();
      const version = dto.version + 1;
      const { affected } = await tx.manager.update(
        DraftRow,
        { ...guard, version: dto.version },
        { step: row.step, savedAt: now, sealed, version },
      );
      if (affected === 1) return { id, version, savedAt: now.toISOString() };
      throw new DomainError(
        'draft.stale',
        'Ce brouillon a été modifié sur un autre écran. Rechargez-le, ou gardez ce que vous voyez.',
        {
          conflict: { by: member.displayName, at: current.savedAt.toISOString(), version: current.version },
        },
      );
    });
  }

  /** A batch of a rotation: drafts are sealed under the tenant's own key. @returns how many. */
  async moveToKey(tx: Tx, to: Key, limit: number): Promise<number> {
    const { tenantId } = tx.ctx;
    const rows: Pick<DraftRow, 'id' | 'sealed'>[] = await tx.manager.query(
      `select id, sealed from draft where tenant_id = $1 and substring(sealed from 2 for 16) <> $2
        order by id limit $3 for update`,
      [tenantId, keyIdBytes(to.id), limit],
    );
    for (const { id, sealed } of rows) {
      const from = await this.keyring.openingKey(tenantId, sealed, tx);
      await tx.manager.update(DraftRow, { tenantId, id }, { sealed: reseal(from, to, place(id), sealed) });
    }
    return rows.length;
  }

  async remove(member: Member, id: string): Promise<void> {
    await this.database.tx(member.ctx, (tx) =>
      tx.manager.delete(DraftRow, { tenantId: member.ess.id, id, authorId: member.professionalId }),
    );
  }
}

/** A late save of another screen must not bring back what has already left. */
async function refuseSent(tx: Tx, id: string): Promise<void> {
  if (!(await tx.manager.existsBy(RequestRow, { tenantId: tx.ctx.tenantId, draftId: id }))) return;
  throw new DomainError(
    'idempotency.other-body',
    'Cette demande est déjà partie. Ouvrez-la pour la suivre, ou commencez-en une autre.',
  );
}
