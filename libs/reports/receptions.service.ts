import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '#contracts';
import { isDesk } from '#directory';
import type { Member } from '#directory';
import { Clock, Database, sealJson, unsealJson, uuidv7 } from '#platform';
import type { Key, Tx } from '#platform';
import { allowedFor, isRequester, RequestAccess, Requests } from '#requests';
import type { RequestRow } from '#requests';
import { OutcomeRow, ReceptionRow, ReportRow } from './report.entity.ts';
import type { OutcomeDto, ReceptionDto } from './reports.dto.ts';
import { Reports } from './reports.service.ts';

const place = (id: string) => ({ table: 'reception', column: 'sealed_told_to', row: id });

const refused = (field: string, message: string) =>
  new DomainError('report.invalid', message, { errors: [{ field, code: 'invalid', message }] });

/**
 * Proofs that an answer was received, each kept as what it is. The request closes on the first proof given by the
 * author or his organisation, or by the desk that read the answer aloud; the treating doctor's reading is kept beside.
 */
@Injectable()
export class Receptions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: RequestAccess,
    private readonly requests: Requests,
    private readonly reports: Reports,
  ) {}

  /** @returns the id of the request. */
  receive(member: Member, reportId: string, dto: ReceptionDto): Promise<string> {
    return this.database.tx(member.ctx, async (tx) => {
      const { report, row, key } = await this.open(tx, member, reportId);
      this.refuseWrongProof(row, member, dto);
      await this.keep(tx, report, key, member, dto);
      if (dto.happened) await this.keepOutcome(tx, row, member, dto);
      await this.tell(tx, report, row, member, dto);
      return row.id;
    });
  }

  outcome(member: Member, id: string, dto: OutcomeDto): Promise<void> {
    return this.database.tx(member.ctx, async (tx) => {
      const { row } = await this.access.openToWrite(tx, member, id);
      await this.requests.move(tx, member.ess, row, {
        move: 'tell_outcome',
        version: dto.version,
        member,
        facts: factsOf(dto),
      });
      await this.keepOutcome(tx, row, member, dto);
    });
  }

  toldTo(reception: ReceptionRow, key: Key): string | null {
    return reception.sealedToldTo ? unsealJson<string>(key, place(reception.id), reception.sealedToldTo) : null;
  }

  private async open(tx: Tx, member: Member, reportId: string) {
    const report = await tx.manager.findOneBy(ReportRow, { tenantId: tx.ctx.tenantId, id: reportId });
    if (!report || report.withdrawnAt) throw notFound();
    const { row, key } = await this.access.openToWrite(tx, member, report.requestId);
    // The treating doctor too: an answer that may still be taken back does not exist outside the desk.
    if (!isDesk(member) && report.visibleAt > this.clock.now()) throw notFound();
    return { report, row, key };
  }

  /** Read and acknowledged are of those who asked; by phone is of the desk. */
  private refuseWrongProof(row: RequestRow, member: Member, { kind, toldTo }: ReceptionDto): void {
    const asks = isRequester(row, member) || row.treatingDoctorId === member.professionalId;
    if (kind !== 'by_phone' && !asks)
      throw refused('kind', 'Seuls le demandeur, sa structure et le médecin traitant accusent réception.');
    if (kind !== 'by_phone') return;
    if (!member.permissions.has('request.triage'))
      throw refused('kind', 'La lecture par téléphone est notée par le guichet.');
    if (!toldTo) throw refused('toldTo', 'Indiquez à qui la réponse a été lue.');
  }

  /** The same proof by the same person is kept once. */
  private async keep(tx: Tx, report: ReportRow, key: Key, member: Member, dto: ReceptionDto): Promise<void> {
    const now = this.clock.now();
    const id = uuidv7(now);
    const toldTo = dto.kind === 'by_phone' && dto.toldTo ? sealJson(key, place(id), dto.toldTo) : null;
    await tx.manager.query(
      `insert into reception (tenant_id, id, report_id, request_id, kind, by_id, at, sealed_told_to)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (tenant_id, report_id, kind, by_id) do nothing`,
      [report.tenantId, id, report.id, report.requestId, dto.kind, member.professionalId, now, toldTo],
    );
  }

  private async tell(tx: Tx, report: ReportRow, row: RequestRow, member: Member, dto: ReceptionDto): Promise<void> {
    const [latest] = await this.reports.ofRequest(tx, row.id);
    const facts = { reception: dto.kind, ...factsOf(dto) };
    if (row.state === 'reported' && latest?.id === report.id && closes(row, member, dto)) {
      // A page that shows itself read works on what it finds; a person's button checks what he saw.
      const version = dto.kind === 'read' ? null : dto.version;
      await this.requests.move(tx, member.ess, row, { move: 'receive', version, member, facts });
      return;
    }
    if (dto.happened && allowedFor(row, member).includes('tell_outcome'))
      await this.requests.move(tx, member.ess, row, { move: 'tell_outcome', version: null, member, facts });
  }

  private async keepOutcome(
    tx: Tx,
    row: RequestRow,
    member: Member,
    dto: Pick<ReceptionDto, 'happened' | 'withoutEss'>,
  ) {
    if (!dto.happened) return;
    const kept: OutcomeRow = {
      tenantId: row.tenantId,
      requestId: row.id,
      happened: dto.happened,
      withoutEss: dto.withoutEss ?? null,
      toldBy: member.professionalId,
      toldAt: this.clock.now(),
    };
    await tx.manager.upsert(OutcomeRow, kept, ['tenantId', 'requestId']);
  }
}

const closes = (row: RequestRow, member: Member, { kind }: ReceptionDto): boolean =>
  kind === 'by_phone' || isRequester(row, member);

const factsOf = ({ happened, withoutEss }: Pick<ReceptionDto, 'happened' | 'withoutEss'>) => ({
  outcome: happened ?? null,
  withoutEss: withoutEss ?? null,
});
