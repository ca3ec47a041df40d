import type { ConsentMode } from '#contracts/care';
import type { CareDraft } from './draft.ts';
import { addDays, civilDay } from './instants.ts';
import type { ColleagueView } from './views.ts';

/** What the forms know of the request they are about. */
export interface CareFile {
  answers: {
    question: string;
    consent: { informed: boolean | null; mode: 'oral' | 'written' | 'relative' | 'impossible' | null };
  };
  author: { displayName: string };
  receivedAt: string;
  dueAt: string | null;
}

export interface CarePlace {
  request: CareFile;
  colleagues: readonly ColleagueView[];
  /** The report that waits to be received. */
  reportId: string | null;
  /** Who should receive the patient, as it was ordered; null when any of the team may. */
  wantedWithId: string | null;
  timeZone: string;
  now: Date;
}

const CONSENT: Record<string, ConsentMode> = { oral: 'oral', relative: 'oral', written: 'written' };

/** What the request already says of the patient's information and consent, until the doctor says otherwise. */
export function legalOf(draft: CareDraft, { request, timeZone }: CarePlace) {
  const { informed: told, mode } = request.answers.consent;
  const informed = draft.informed ?? told === true;
  const consent = draft.consent ?? (informed ? (CONSENT[mode ?? ''] ?? 'oral') : 'not_obtained');
  const asked = civilDay(new Date(request.receivedAt), timeZone);
  return {
    informed,
    informedOn: informed ? (draft.informedOn ?? asked) : null,
    consent,
    consentOn: consent === 'not_obtained' ? null : (draft.consentOn ?? asked),
  };
}

export const questionOf = (draft: CareDraft, { request }: CarePlace): string =>
  draft.question ?? request.answers.question;

/** Before when: the due day of the request while it is ahead, else in a week. */
export function dueOf(draft: CareDraft, { request, timeZone, now }: CarePlace): string {
  if (draft.due !== null) return draft.due;
  const today = civilDay(now, timeZone);
  const due = request.dueAt ? civilDay(new Date(request.dueAt), timeZone) : '';
  return due > today ? due : addDays(today, 7);
}

/** Whom the appointment is with: who was asked for, until somebody else is chosen. */
export const withOf = (draft: CareDraft, { wantedWithId, colleagues }: CarePlace): string =>
  draft.withId || (colleagues.some(({ id }) => id === wantedWithId) ? (wantedWithId ?? '') : '');

export const toldToOf = (draft: CareDraft, { request }: CarePlace): string =>
  draft.toldTo ?? request.author.displayName;

/** Who gives advice today first, then by name. */
export const byOnCall = (colleagues: readonly ColleagueView[]): ColleagueView[] =>
  [...colleagues].sort((one, other) => Number(other.onCall) - Number(one.onCall) || one.name.localeCompare(other.name));
