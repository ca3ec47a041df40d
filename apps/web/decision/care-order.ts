import type { SummaryError } from '../ui/error-summary.tsx';
import type { CareDraft } from './draft.ts';
import { endOfDay, instantOf } from './instants.ts';
import type { FormMove } from './moves.ts';
import type { Order, Target } from './orders.ts';
import { dueOf, legalOf, questionOf, toldToOf, withOf } from './prefill.ts';
import type { CarePlace } from './prefill.ts';
import type { FollowUpBody } from './views.ts';

type Made = { order: Order; errors: [] } | { order: null; errors: SummaryError[] };

/** Words asked of each field; the summary and the field say the same. */
export const ASKS = {
  answer: 'Écrivez votre réponse.',
  findings: 'Écrivez ce que vous constatez.',
  conclusions: 'Écrivez vos conclusions.',
  tasks: 'Chaque ligne dit quoi faire et pour quand.',
  question: 'Écrivez la question en quelques mots.',
  exams: 'Choisissez au moins un examen.',
  doer: 'Indiquez qui fait l’examen.',
  due: 'Indiquez une date à partir d’aujourd’hui.',
  toId: 'Choisissez un confrère dans la liste.',
  missing: 'Écrivez ce qui manque.',
  given: 'Écrivez le complément reçu.',
  result: 'Écrivez le résultat.',
  advice: 'Écrivez le conseil.',
  toEss: 'Choisissez l’équipe.',
  resource: 'Indiquez vers qui.',
  contact: 'Indiquez comment les joindre.',
  service: 'Indiquez le service.',
  when: 'Indiquez quand.',
  toldTo: 'Indiquez à qui vous avez parlé.',
  reason: 'Écrivez en quelques mots pourquoi.',
  day: 'Indiquez le jour du rendez-vous.',
  time: 'Indiquez l’heure du rendez-vous.',
  place: 'Indiquez le lieu, ou le lien de téléconsultation prévu.',
  withId: 'Choisissez le spécialiste qui reçoit le patient.',
  happened: 'Indiquez ce qui s’est passé.',
  informedOn: 'Indiquez la date de l’information.',
  consentOn: 'Indiquez la date de l’accord.',
} as const;
/** The same field asks for something else there. */
const CONTACT_THERE = 'Indiquez qui appeler sur place.';
const AGREED = 'Écrivez ce qui a été convenu.';
export type CareField = keyof typeof ASKS;
/** The id of the control of a field, for the links of the summary. */
export const careField = (field: CareField): string => `acte-${field}`;

const isDay = (day: string | null): day is string => day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day);
const isTooShort = (text: string, least = 3): boolean => text.trim().length < least;

/** Turns what was typed into what is sent, or says what is missing, one sentence a field. */
export function careOrder(form: FormMove, draft: CareDraft, target: Target, place: CarePlace): Made {
  const errors: SummaryError[] = [];
  const need = (field: CareField, isMissing: boolean, message: string = ASKS[field]) => {
    if (isMissing) errors.push({ field: careField(field), message });
  };
  const text = (
    field: 'answer' | 'findings' | 'conclusions' | 'missing' | 'given' | 'result' | 'advice' | 'reason',
    message?: string,
  ) => {
    need(field, isTooShort(draft[field]), message);
    return draft[field].trim();
  };
  const short = (field: 'resource' | 'contact' | 'service' | 'when' | 'place', message?: string) => {
    need(field, isTooShort(draft[field], 2), message);
    return draft[field].trim();
  };
  const isAhead = (at: string | null) => at !== null && Date.parse(at) > place.now.getTime();
  const dueAt = () => {
    const day = dueOf(draft, place);
    const evening = endOfDay(day, place.timeZone);
    // Chosen in the evening, « today » is still ahead.
    const at = isAhead(evening) ? evening : instantOf(day, '23:59', place.timeZone);
    need('due', !isAhead(at));
    return at ?? '';
  };
  const question = () => {
    need('question', isTooShort(questionOf(draft, place)));
    return questionOf(draft, place).trim();
  };
  const told = (who: string) => {
    need('toldTo', isTooShort(who, 2));
    return who.trim();
  };
  const followUp = (): FollowUpBody => {
    const conclusions = text('conclusions');
    const tasks = draft.tasks.filter((task) => task.what.trim() || task.when.trim());
    need(
      'tasks',
      tasks.some((task) => isTooShort(task.what, 2) || !task.when.trim()),
    );
    return {
      conclusions,
      tasks: tasks.map(({ who, what, when }) => ({ who, what: what.trim(), when: when.trim() })),
      callBackWhen: draft.callBackWhen.trim(),
      call15When: draft.call15When.trim(),
      incidents: draft.incidents.trim(),
    };
  };
  const outcome = () => ({
    ...(draft.happened && { happened: draft.happened }),
    ...(draft.withoutEss && { withoutEss: draft.withoutEss }),
  });

  const make = (): Order => {
    switch (form) {
      case 'advise': {
        const answer = text('answer');
        const rest = followUp();
        const legal = legalOf(draft, place);
        need('informedOn', legal.informed && !isDay(legal.informedOn));
        need('consentOn', legal.consent !== 'not_obtained' && !isDay(legal.consentOn));
        return { ...target, move: form, answer: { answer, ...rest, ...legal } };
      }
      case 'sign_reading':
        return { ...target, move: form, reading: { findings: text('findings'), ...followUp() } };
      case 'report_appointment':
        return { ...target, move: form, report: { findings: text('findings'), ...followUp() } };
      case 'order_visit': {
        need('exams', draft.visitExams.length === 0);
        const instructions = draft.instructions.trim();
        const visit = { exams: draft.visitExams, question: question(), minutes: draft.minutes, dueAt: dueAt() };
        return { ...target, move: form, visit: { ...visit, ...(instructions && { instructions }) } };
      }
      case 'order_exam': {
        need('exams', draft.exams.length === 0);
        need('doer', draft.doer === null);
        const exam = { exams: draft.exams, doer: draft.doer ?? 'requester', question: question(), dueAt: dueAt() };
        return { ...target, move: form, exam };
      }
      case 'order_consultation':
      case 'order_teleconsultation': {
        const wanted = { question: question(), dueAt: dueAt(), ...(draft.withId && { withId: draft.withId }) };
        return { ...target, move: form, wanted };
      }
      case 'pass': {
        const colleague = place.colleagues.find(({ id }) => id === draft.toId);
        need('toId', !colleague);
        const note = draft.note.trim();
        return { ...target, move: form, toId: draft.toId, toName: colleague?.name ?? '', ...(note && { note }) };
      }
      case 'ask_info':
        return { ...target, move: form, question: text('missing') };
      case 'give_info':
        return { ...target, move: form, text: text('given') };
      case 'exam_back':
        return { ...target, move: form, text: text('result') };
      case 'decline':
        return { ...target, move: form, advice: text('advice'), conclusions: text('conclusions') };
      case 'redirect': {
        const { toEss } = draft;
        // A team of the house is known: its name and its number are the server's.
        const [resource, contact] = toEss ? [draft.resource, draft.resource] : [short('resource'), short('contact')];
        return { ...target, move: form, resource, contact, advice: text('advice'), ...(toEss && { toEss }) };
      }
      case 'admit': {
        const [service, when, contact] = [short('service'), short('when'), short('contact', CONTACT_THERE)];
        return { ...target, move: form, service, when, contact, advice: text('advice') };
      }
      case 'hand_over':
        return { ...target, move: form, toldTo: told(draft.toldTo ?? ''), reason: text('reason', AGREED) };
      case 'book': {
        need('day', !isDay(draft.day));
        const at = instantOf(draft.day ?? '', draft.time, place.timeZone);
        need('time', isDay(draft.day) ? at === null : !draft.time);
        need('time', at !== null && !isAhead(at), 'Choisissez un jour et une heure à venir.');
        const where = short('place');
        const withId = withOf(draft, place);
        need('withId', !withId);
        const appointment = { at: at ?? '', minutes: draft.minutes, place: where, withId };
        return { ...target, move: form, appointment };
      }
      case 'unbook':
        return { ...target, move: form, reason: text('reason') };
      case 'receive':
        return {
          ...target,
          move: form,
          reportId: place.reportId ?? '',
          toldTo: told(toldToOf(draft, place)),
          outcome: outcome(),
        };
      case 'tell_outcome':
        need('happened', draft.happened === null);
        return { ...target, move: form, outcome: outcome() };
    }
  };
  const order = make();
  return errors.length === 0 ? { order, errors: [] } : { order: null, errors };
}
