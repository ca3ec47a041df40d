import { Inject, Injectable } from '@nestjs/common';
import type { EventType } from '#contracts';
import { Clock } from '../clock.ts';
import type { Tx } from '../database/context.ts';
import { uuidv7 } from '../ids.ts';

export type AuditAction =
  | EventType
  | 'session.opened'
  | 'request.sent'
  | 'request.read'
  | 'request.listed'
  | 'request.raised'
  | 'request.lowered'
  | 'request.claimed'
  | 'request.released'
  | 'request.passed'
  | 'report.read'
  | 'visit.read'
  | 'tour.read'
  | 'attachment.added'
  | 'attachment.listed'
  | 'attachment.read'
  | 'patient.archived'
  | 'patient.erased'
  | 'patient.read'
  | 'patient.searched'
  | 'mail.sent'
  | 'session.step-up'
  | 'factor.added'
  | 'factor.removed'
  | 'password.changed'
  | 'person.changed'
  | 'person.disabled'
  | 'person.enabled'
  | 'patient.corrected'
  | 'patient.document-checked'
  | 'patient.merged'
  | 'patient.unmerged'
  | 'patient.duplicates-listed'
  | 'consent.recorded'
  | 'circle.changed'
  | 'access.exceptional-ended'
  | 'access.reviewed'
  | 'audit.read'
  | 'access-list.read'
  | 'settings.changed';

export interface AuditLine {
  action: AuditAction;
  resource: 'request' | 'attachment' | 'patient' | 'list' | 'session' | 'person' | 'access' | 'ess';
  resourceId: string | null;
  /** Why the access was allowed: the reason of access, or the right. */
  reason: string;
}

/** Append-only proof of who did or saw what; written in the transaction it proves. */
@Injectable()
export class Audit {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  async line(tx: Tx, line: AuditLine): Promise<void> {
    const at = this.clock.now();
    await tx.manager.query(
      `insert into audit (tenant_id, id, at, actor_id, action, resource, resource_id, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [tx.ctx.tenantId, uuidv7(at), at, tx.ctx.userId, line.action, line.resource, line.resourceId, line.reason],
    );
  }
}
