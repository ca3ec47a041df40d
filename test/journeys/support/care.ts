import { randomUUID } from 'node:crypto';
import type { AnswerDto } from '../../../libs/reports/reports.dto.ts';
import { Decide } from '#decision';
import { Database } from '#platform';
import { Answers } from '#reports';
import { Requests, type RequestRow } from '#requests';
import { EvaluateRequest, Triage } from '#triage';
import type { Services } from './services.ts';
import type { Person, Team } from './territory.ts';

/** A téléexpertise answer, complete with its legal fields. */
export const advice = (change: Partial<AnswerDto> = {}): AnswerDto => ({
  answer: 'Insuffisance cardiaque probable à fonction préservée. Augmenter le furosémide à 60 mg.',
  conclusions: 'Adapter le diurétique, contrôler le ionogramme à une semaine.',
  tasks: [
    { who: 'medecin_traitant', what: 'Ionogramme et créatinine', when: 'dans 7 jours' },
    { who: 'patient', what: 'Se peser chaque matin', when: 'dès demain' },
  ],
  callBackWhen: 'Prise de plus de 2 kg en trois jours',
  call15When: 'Essoufflement brutal au repos',
  incidents: '',
  informed: true,
  informedOn: '2025-01-06',
  consent: 'oral',
  consentOn: '2025-01-06',
  ...change,
});

export const reading = () => ({
  findings: 'Rythme sinusal à 72/min, pas de trouble de repolarisation.',
  conclusions: 'ECG sans anomalie aiguë, poursuivre le traitement.',
  tasks: [{ who: 'ess' as const, what: 'Rappeler le médecin traitant', when: 'cette semaine' }],
  callBackWhen: 'Si les palpitations reviennent',
  call15When: 'Malaise avec perte de connaissance',
  incidents: '',
});

export const freshKey = (): string => randomUUID();

/** Acts of a request in this process, each at the version it finds. */
export class Care {
  constructor(
    private readonly services: Services,
    readonly team: Team,
  ) {}

  row(id: string): Promise<RequestRow> {
    const ctx = { tenantId: this.team.id, userId: null };
    return this.services.get(Database).tx(ctx, (tx) => this.services.get(Requests).find(tx, id));
  }

  member(person: Person) {
    return this.services.member(this.team, person);
  }

  /** Sent by the GP, evaluated, its class confirmed by the secretary: a specialist has to decide. */
  async confirmed(declaredClass: 'P1' | 'P2' | 'P3' | 'P4' = 'P3'): Promise<RequestRow> {
    const { id } = await this.services.send(this.team, { declaredClass });
    const { ess } = await this.member(this.team.secretary);
    const database = this.services.get(Database);
    await database.tx({ tenantId: this.team.id, userId: null }, (tx) =>
      this.services.get(EvaluateRequest).evaluate(tx, ess, id),
    );
    const { version } = await this.row(id);
    await this.services.get(Triage).chooseClass(await this.member(this.team.secretary), id, version, undefined, '');
    return this.row(id);
  }

  /** Answered by a téléexpertise, not received yet. */
  async answered(declaredClass: 'P1' | 'P2' | 'P3' | 'P4' = 'P3'): Promise<RequestRow> {
    const { id, version } = await this.confirmed(declaredClass);
    const specialist = await this.member(this.team.specialist);
    await this.services.get(Answers).give(specialist, id, { version, answer: advice() });
    return this.row(id);
  }

  async visitOrdered(): Promise<RequestRow> {
    const { id, version } = await this.confirmed('P2');
    const specialist = await this.member(this.team.specialist);
    const order = { version, exams: ['ecg' as const], question: 'Trouble du rythme ?' };
    await this.services.get(Decide).visit(specialist, id, order);
    return this.row(id);
  }
}
