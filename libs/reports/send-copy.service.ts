import { Injectable } from '@nestjs/common';
import type { EventPayload } from '#contracts';
import { Directory } from '#directory';
import { TakeRedirected } from '#intake';
import type { Redirected, RequestContent } from '#intake';
import { Patients } from '#patients';
import { Clock, Database, EventRow, takeDelivery } from '#platform';
import type { DeliveryHandler, Tx } from '#platform';
import { Requests } from '#requests';
import { ReportRow } from './report.entity.ts';
import { Reports } from './reports.service.ts';

/** A redirection to another team of the same house sends it a signed copy, once the undo window has passed. */
@Injectable()
export class SendCopy implements DeliveryHandler {
  readonly consumer = 'reports.send-copy';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly patients: Patients,
    private readonly requests: Requests,
    private readonly reports: Reports,
    private readonly intake: TakeRedirected,
  ) {}

  async handle(event: EventPayload): Promise<void> {
    const ctx = { tenantId: event.tenantId, userId: null };
    const found = await this.database.tx(ctx, (tx) => this.read(tx, event));
    // The copy first, then the mark: a kill between the two finds the copy already taken.
    if (found) await this.intake.take(await this.directory.essById(found.toEssId), found.redirected);
    await this.database.tx(ctx, (tx) => takeDelivery(tx, event.eventId, this.consumer, this.clock.now()));
  }

  private async read(tx: Tx, event: EventPayload): Promise<{ toEssId: string; redirected: Redirected } | null> {
    const { tenantId, eventId, requestId } = event;
    const { data } = await tx.manager.findOneByOrFail(EventRow, { tenantId, id: eventId });
    if (typeof data.toEssId !== 'string') return null;
    const report = await tx.manager.findOneBy(ReportRow, { tenantId, requestId, requestVersion: event.version });
    if (!report || report.withdrawnAt) return null;
    const row = await this.requests.find(tx, requestId);
    const { key } = await this.patients.open(tx, row.patientId);
    const { answers } = this.requests.content<RequestContent>(row, key);
    const { authorId, organisationId, treatingDoctorId } = row;
    return {
      toEssId: data.toEssId,
      redirected: {
        sourceId: row.id,
        fromName: (await this.directory.essById(tenantId)).name,
        doctorName: (await this.directory.person(tx, report.authorId)).name,
        advice: this.reports.content(report, key).answer,
        class: row.class,
        ...{ authorId, organisationId, treatingDoctorId, answers },
        requesterRole: row.requesterRole ?? 'generaliste',
      },
    };
  }
}
