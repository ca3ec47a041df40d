import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import type { EventPayload } from '#contracts';
import { Directory } from '#directory';
import type { EssRow } from '#directory';
import type { RequestContent } from '#intake';
import { Patients } from '#patients';
import { Audit, Clock, Database, sealJson, takeDelivery, uuidv7, CONFIG } from '#platform';
import type { Config, DeliveryHandler, Tx } from '#platform';
import { Requests } from '#requests';
import type { RequestRow } from '#requests';
import { assess, type Assessment } from './assess.ts';
import { EvaluationRow } from './evaluation.entity.ts';

/** Worker: proposes a class for a request just received, once, whatever died on the way. */
@Injectable()
export class EvaluateRequest implements DeliveryHandler {
  readonly consumer = 'triage.evaluate';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly directory: Directory,
    private readonly patients: Patients,
    private readonly requests: Requests,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(event: EventPayload): Promise<void> {
    const ess = await this.directory.essById(event.tenantId);
    await this.database.tx({ tenantId: event.tenantId, userId: null }, async (tx) => {
      if (!(await takeDelivery(tx, event.eventId, this.consumer, this.clock.now()))) return;
      await this.evaluate(tx, ess, event.requestId);
    });
  }

  async evaluate(tx: Tx, ess: EssRow, requestId: string): Promise<RequestRow> {
    this.refuseUnsigned(ess);
    const row = await this.requests.find(tx, requestId);
    const { key } = await this.patients.open(tx, row.patientId);
    const content = this.requests.content<RequestContent>(row, key);
    const assessment = assess(ess, row, content);
    await this.keep(tx, row, assessment, (value, id) =>
      sealJson(key, { table: 'evaluation', column: 'sealed', row: id }, value),
    );
    // A human was faster, or it is an emergency: the explanation is kept, the class is not touched.
    if (row.state !== 'received') return row;
    return this.requests.move(tx, ess, row, {
      move: 'propose',
      version: null,
      member: null,
      class: assessment.class,
      delayHours: assessment.delayHours,
      missingCount: assessment.proposal?.missing.length ?? 0,
    });
  }

  /** A protocol works only under a signature; a demonstration signature never works in production. */
  private refuseUnsigned(ess: EssRow): void {
    if (ess.triageMode !== 'protocol') return;
    const signature = ess.protocolSignature;
    if (!signature || (signature.demonstration && this.config.production && !this.config.demonstration)) {
      throw new DomainError(
        'protocol.unsigned',
        'Le protocole de cette équipe n’est pas signé. Un médecin responsable doit le signer.',
      );
    }
  }

  private async keep(
    tx: Tx,
    row: RequestRow,
    assessment: Assessment,
    seal: (value: unknown, id: string) => Buffer,
  ): Promise<void> {
    const at = this.clock.now();
    const id = uuidv7(at);
    await tx.manager.insert(EvaluationRow, {
      tenantId: row.tenantId,
      id,
      requestId: row.id,
      at,
      mode: assessment.proposal ? 'protocol' : 'organisation',
      class: assessment.class,
      protocolId: assessment.protocol?.id ?? null,
      protocolVersion: assessment.protocol?.version ?? null,
      protocolSha256: assessment.protocol?.sha256 ?? null,
      engineVersion: assessment.engineVersion,
      sealed: seal(assessment, id),
    });
  }
}
