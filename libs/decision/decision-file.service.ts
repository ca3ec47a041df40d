import { Inject, Injectable, Optional } from '@nestjs/common';
import { DELEGABLE_MOVES } from '#contracts';
import { ACT_KIND_LABELS, EXAM_DOER_LABELS, EXAM_LABELS } from '#contracts/care';
import { Directory, isDesk, Roster } from '#directory';
import type { EssRow, Member } from '#directory';
import type { RequestContent } from '#intake';
import { Audit, Clock, Database } from '#platform';
import type { Key, Tx } from '#platform';
import { allowedFor, RequestAccess, Requests } from '#requests';
import type { RequestRow } from '#requests';
import type { ActRow } from './act.entity.ts';
import { Acts } from './acts.service.ts';
import { Colleagues } from './colleagues.service.ts';
import type { ActView, DecisionView, ModalityView } from './decision.view.ts';
import { kilometresBetween } from './kilometres.ts';
import { modalityOptions } from './modality.ts';
import { OFFER_SOURCES, type OfferSource } from './offer-source.ts';

/** What a person needs to decide: acts so far, ways to answer with their reasons, colleagues. */
@Injectable()
export class DecisionFile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly directory: Directory,
    private readonly roster: Roster,
    private readonly access: RequestAccess,
    private readonly requests: Requests,
    private readonly acts: Acts,
    private readonly colleagues: Colleagues,
    @Optional() @Inject(OFFER_SOURCES) private readonly offers: OfferSource[] | null,
  ) {}

  open(member: Member, id: string): Promise<DecisionView> {
    return this.database.tx(member.ctx, async (tx) => {
      const { row, reason, key } = await this.access.open(tx, member, id);
      await this.audit.line(tx, { action: 'request.read', resource: 'request', resourceId: id, reason });
      const forDesk = isDesk(member);
      return {
        acts: await this.actViews(tx, row, key, forDesk),
        modalities: forDesk ? await this.modalities(tx, member.ess, row, key) : [],
        colleagues: forDesk ? await this.colleagues.list(tx, this.clock.now(), await this.roster.onCall(tx)) : [],
        delegated:
          !member.roles.some((role) => role === 'specialist' || role === 'medical_lead') &&
          allowedFor(row, member, reason).some((move) => DELEGABLE_MOVES.includes(move)),
      };
    });
  }

  private async actViews(tx: Tx, row: RequestRow, key: Key, forDesk: boolean): Promise<ActView[]> {
    const acts = await this.acts.ofRequest(tx, row.id);
    const details = acts.map((act) => this.acts.detail(act, key));
    const names = await this.directory.names(tx, [
      ...acts.map((act) => act.orderedBy),
      ...details.map((detail) => detail.appointment?.withId ?? null),
    ]);
    return acts.map((act, index) => toActView(act, details[index], names, forDesk));
  }

  private async modalities(tx: Tx, ess: EssRow, row: RequestRow, key: Key): Promise<ModalityView[]> {
    const { answers } = this.requests.content<RequestContent>(row, key);
    const options = modalityOptions({
      specialty: ess.specialty,
      class: row.class,
      mobility: answers.place.mobility === 'inconnue' ? null : answers.place.mobility,
      place: answers.place.kind,
      ecgAvailable: answers.ecg.status === null ? null : answers.ecg.status !== 'not_done',
      redFlags: Object.values(answers.redFlags).filter((state) => state === 'present').length,
      distanceKm: await this.distance(tx, ess, row.communeInsee),
      wished: row.wishedModality,
    });
    const views: ModalityView[] = [];
    for (const option of options) views.push({ ...option, slots: await this.slots(tx, option.modality, row) });
    return views;
  }

  /** « inconnu » until an agenda implements the port. */
  private async slots(tx: Tx, modality: ModalityView['modality'], row: RequestRow): Promise<string> {
    const source = this.offers?.find((offer) => offer.modality === modality);
    if (!source) return 'inconnu';
    const free = await source.firstFree(tx, row.dueAt ?? this.clock.now());
    return free ? free.toISOString() : 'aucun';
  }

  private async distance(tx: Tx, ess: EssRow, communeInsee: string | null): Promise<number | null> {
    if (!ess.seatInsee || !communeInsee) return null;
    const seat = await this.directory.commune(tx, ess.seatInsee);
    const place = await this.directory.commune(tx, communeInsee);
    return seat && place ? kilometresBetween(seat, place) : null;
  }
}

function toActView(
  act: ActRow,
  detail: ReturnType<Acts['detail']> | undefined,
  names: Map<string, string>,
  forDesk: boolean,
): ActView {
  if (!detail) throw new Error('an act without its detail');
  const { appointment, exams, doer } = detail;
  return {
    id: act.id,
    kind: act.kind,
    kindLabel: ACT_KIND_LABELS[act.kind],
    state: act.state,
    orderedBy: names.get(act.orderedBy) ?? '',
    orderedAt: act.orderedAt.toISOString(),
    dueAt: act.dueAt.toISOString(),
    endedAt: act.endedAt?.toISOString() ?? null,
    exams,
    examLabels: exams.map((exam) => EXAM_LABELS[exam]),
    doer,
    doerLabel: doer ? EXAM_DOER_LABELS[doer] : null,
    question: detail.question,
    instructions: forDesk ? detail.instructions : '',
    minutes: detail.minutes,
    wantedWithId: forDesk ? detail.withId : null,
    appointment: appointment && {
      at: appointment.at,
      minutes: appointment.minutes,
      place: appointment.place,
      withName: appointment.withId ? (names.get(appointment.withId) ?? null) : null,
    },
  };
}
