import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { DomainError, notFound } from '#contracts';
import { Directory } from '#directory';
import type { Member } from '#directory';
import { isReadOnly, Patients } from '#patients';
import {
  Antivirus,
  Audit,
  Clock,
  Database,
  type FileMime,
  FileStore,
  type Key,
  receiveUpload,
  sealJson,
  type Tx,
  unsealJson,
} from '#platform';
import { type OpenedRequest, RequestAccess } from '../request-access.service.ts';
import { stillOpen } from '../requests.service.ts';
import { type AttachmentKind, AttachmentRow } from './attachment.entity.ts';
import type { AttachmentView } from './attachment.view.ts';

export interface NewAttachment {
  /** UUID made by the client: the same id with the same content gives the same answer. */
  id: string;
  name: string;
  mime: string;
  kind: AttachmentKind;
  visitId?: string | null;
  /** Length as declared by the sender, when it is. */
  declaredBytes?: number;
}

export interface OpenedAttachment {
  name: string;
  mime: FileMime;
  /** Clear and verified: GCM says nothing true of a content before its end. */
  bytes: Buffer;
}

/** What is sealed in the row. */
interface Label {
  name: string;
}

const MOST_FILES = 40;

const labelPlace = (id: string) => ({ table: 'attachment', column: 'sealed', row: id });
const filePlace = (id: string) => ({ table: 'attachment', column: 'file', row: id });

/** Files of a request: checked, scanned, sealed; one audit line for each that is added or opened. */
@Injectable()
export class Attachments {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly antivirus: Antivirus,
    private readonly access: RequestAccess,
    private readonly patients: Patients,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Whoever may read a request adds to it while it is open. No transaction is held while the bytes come. */
  async add(member: Member, requestId: string, file: NewAttachment, stream: Readable): Promise<AttachmentView> {
    await this.database.tx(member.ctx, (tx) => this.openFor(tx, member, requestId));
    const received = await receiveUpload(
      { name: file.name, type: file.mime, declaredBytes: file.declaredBytes },
      stream,
    );
    const scan = await this.antivirus.scan(received.bytes);
    const known = await this.replay(member, requestId, file, received);
    if (known) return known;
    const { key, patientId } = await this.database.tx(member.ctx, async (tx) => {
      const opened = await this.openFor(tx, member, requestId);
      return { key: opened.key, patientId: opened.row.patientId };
    });
    const sha256 = await this.store.put(member.ess.id, key, filePlace(file.id), received.bytes);
    const row: AttachmentRow = {
      tenantId: member.ess.id,
      id: file.id,
      requestId,
      visitId: file.visitId ?? null,
      patientId,
      kind: file.kind,
      mime: received.mime,
      sizeBytes: received.bytes.length,
      sha256,
      scan,
      uploadedBy: member.professionalId,
      uploadedAt: this.clock.now(),
      sealed: sealJson(key, labelPlace(file.id), { name: received.name } satisfies Label),
    };
    if (await this.insert(member, row)) return toView(row, received.name, member.displayName);
    const twin = await this.replay(member, requestId, file, received);
    if (!twin) throw notFound();
    return twin;
  }

  /** Newest last. The caller has checked the reason and opened the patient. */
  async list(tx: Tx, requestId: string, key: Key): Promise<AttachmentView[]> {
    const rows = await tx.manager.find(AttachmentRow, {
      where: { tenantId: tx.ctx.tenantId, requestId },
      order: { uploadedAt: 'ASC', id: 'ASC' },
      take: MOST_FILES,
    });
    const names = await this.directory.names(
      tx,
      rows.map((row) => row.uploadedBy),
    );
    return rows.map((row) => toView(row, nameOf(row, key), names.get(row.uploadedBy) ?? ''));
  }

  /** The list as a screen asks for it. */
  async listFor(member: Member, requestId: string): Promise<{ items: AttachmentView[]; mayAdd: boolean }> {
    return this.database.tx(member.ctx, async (tx) => {
      const { row, reason, key } = await this.access.open(tx, member, requestId);
      await this.audit.line(tx, { action: 'attachment.listed', resource: 'request', resourceId: requestId, reason });
      return {
        items: await this.list(tx, requestId, key),
        mayAdd: stillOpen(row) && !isReadOnly(reason) && member.permissions.has('attachment.write'),
      };
    });
  }

  /** @throws not-found when it does not exist, or without a reason to read its request. */
  async read(member: Member, id: string): Promise<OpenedAttachment> {
    const { row, key } = await this.database.tx(member.ctx, async (tx) => {
      const found = await tx.manager.findOneBy(AttachmentRow, { tenantId: tx.ctx.tenantId, id });
      if (!found) throw notFound();
      const { reason, key } = await this.access.open(tx, member, found.requestId);
      await this.audit.line(tx, { action: 'attachment.read', resource: 'attachment', resourceId: id, reason });
      return { row: found, key };
    });
    const bytes = await this.store.get(row.tenantId, key, filePlace(row.id), row.sha256);
    return { name: nameOf(row, key), mime: row.mime, bytes };
  }

  private async openFor(tx: Tx, member: Member, requestId: string): Promise<OpenedRequest> {
    const opened = await this.access.openToWrite(tx, member, requestId);
    if (stillOpen(opened.row)) return opened;
    throw new DomainError(
      'request.move-not-allowed',
      'Cette demande est close\u00a0: on n’y ajoute plus de fichier. Faites une nouvelle demande, ou appelez le guichet.',
    );
  }

  /** @returns false when the id is already taken. */
  private async insert(member: Member, row: AttachmentRow): Promise<boolean> {
    try {
      return await this.database.tx(member.ctx, async (tx) => {
        const { row: request } = await this.openFor(tx, member, row.requestId);
        await this.refuseTooMany(tx, row.requestId);
        const { raw } = await tx.manager
          .createQueryBuilder()
          .insert()
          .into(AttachmentRow)
          .values(row)
          .orIgnore()
          .returning('id')
          .execute();
        const inserted = Array.isArray(raw) && raw.length === 1;
        if (!inserted) {
          await this.store.remove(row.tenantId, row.sha256);
          return false;
        }
        await this.audit.line(tx, {
          action: 'attachment.added',
          resource: 'attachment',
          resourceId: row.id,
          reason: 'ajout',
        });
        for (const room of ['desk', `org:${request.organisationId}`, `user:${request.authorId}`])
          tx.signals.push({ tenant: row.tenantId, room, kind: 'attachment.added', id: row.requestId });
        return true;
      });
    } catch (error) {
      // A refusal comes before the commit. After any other error the row may be there: a sealed file too many is no loss.
      const ofAnotherVisit = isForeignKeyViolation(error);
      if (ofAnotherVisit || error instanceof DomainError) await this.store.remove(row.tenantId, row.sha256);
      throw ofAnotherVisit ? notFound() : error;
    }
  }

  /** One after the other: of two that would both be the fortieth, one is. */
  private async refuseTooMany(tx: Tx, requestId: string): Promise<void> {
    await tx.manager.query(`select pg_advisory_xact_lock(hashtextextended('attachment|' || $1, 0))`, [requestId]);
    const count = await tx.manager.countBy(AttachmentRow, { tenantId: tx.ctx.tenantId, requestId });
    if (count < MOST_FILES) return;
    throw new DomainError(
      'upload.refused',
      `Cette demande porte déjà ${MOST_FILES}\u00a0fichiers. Réunissez les suivants en un seul PDF, ou appelez le guichet.`,
      { errors: [{ field: 'file', code: 'too_many', message: 'Trop de fichiers.' }] },
    );
  }

  /** The same id again: the same answer for the same file, a refusal for another one. */
  private async replay(
    member: Member,
    requestId: string,
    file: NewAttachment,
    received: { name: string; mime: FileMime; bytes: Buffer },
  ): Promise<AttachmentView | null> {
    const found = await this.database.tx(member.ctx, async (tx) => {
      const row = await tx.manager.findOneBy(AttachmentRow, { tenantId: tx.ctx.tenantId, id: file.id });
      if (!row) return null;
      const { key } = await this.patients.open(tx, row.patientId);
      return { row, key, by: (await this.directory.person(tx, row.uploadedBy)).name };
    });
    if (!found) return null;
    const { row, key, by } = found;
    const alike =
      row.requestId === requestId &&
      row.kind === file.kind &&
      row.visitId === (file.visitId ?? null) &&
      row.mime === received.mime &&
      nameOf(row, key) === received.name &&
      (await this.store.get(row.tenantId, key, filePlace(row.id), row.sha256)).equals(received.bytes);
    if (alike) return toView(row, received.name, by);
    throw new DomainError(
      'idempotency.other-body',
      'Un autre fichier a déjà été envoyé sous cette clé. Rechargez la page, puis ajoutez le fichier.',
    );
  }
}

/** The visit it was made in is not one of that request. */
const isForeignKeyViolation = (error: unknown): boolean =>
  error instanceof QueryFailedError && 'code' in error.driverError && error.driverError.code === '23503';

const nameOf = (row: AttachmentRow, key: Key): string => unsealJson<Label>(key, labelPlace(row.id), row.sealed).name;

const toView = (row: AttachmentRow, name: string, uploadedBy: string): AttachmentView => ({
  id: row.id,
  requestId: row.requestId,
  visitId: row.visitId,
  name,
  kind: row.kind,
  mime: row.mime,
  sizeBytes: row.sizeBytes,
  scan: row.scan,
  uploadedBy,
  uploadedAt: row.uploadedAt.toISOString(),
});
