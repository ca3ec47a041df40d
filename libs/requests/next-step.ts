import type { NextAction, RequestState } from '#contracts';

export interface NextStep {
  label: string;
  owner: string;
  dueAt: string | null;
}

interface Question {
  state: RequestState;
  nextAction: NextAction;
  ownerKind: 'user' | 'desk' | 'team' | null;
  ownerName: string | null;
  essName: string;
  dueAt: Date | null;
  reactBy: Date | null;
}

const FINISHED: Partial<Record<RequestState, string>> = {
  closed: 'Réponse transmise, demande close',
  cancelled: 'Demande annulée, rien ne suit',
  declined: 'Demande non retenue',
  redirected: 'Demande réorientée',
  merged: 'Réunie avec une autre demande',
};

const BY_ACTION: Record<NextAction, string> = {
  confirm_priority: 'Un humain lit la demande et confirme sa priorité',
  acknowledge: 'N’attendez pas\u00a0: appelez le\u00a015. L’équipe est prévenue de l’urgence',
  call_back: 'L’équipe vous rappelle',
  decide: 'Un spécialiste décide et vous répond',
  await_info: 'L’équipe attend le complément qu’elle vous a demandé',
  chase_info: 'L’équipe vous appelle pour le complément demandé',
  await_exam: 'L’équipe attend le résultat de l’examen',
  plan_visit: 'La visite de l’équipe mobile reçoit sa date',
  visit: 'L’équipe mobile va chez le patient',
  book: 'Le rendez-vous reçoit sa date',
  hold_appointment: 'Le spécialiste reçoit le patient',
  read: 'Un spécialiste interprète l’examen',
  await_reception: 'La réponse est prête\u00a0: lisez-la',
  chase_reception: 'La réponse est prête\u00a0: l’équipe vous appelle pour vous la lire',
  none: 'Rien ne suit',
};

/** Where the near clock is the one that counts: a start, or the time to be taken. */
const SHOWS_REACTION = new Set<NextAction>(['confirm_priority', 'visit', 'hold_appointment']);

/** What happens next, who does it and by when, in words for a requester. */
export function nextStep(question: Question): NextStep {
  const finished = FINISHED[question.state];
  if (finished) return { label: finished, owner: question.essName, dueAt: null };
  const owner =
    question.ownerKind === 'user' && question.ownerName ? question.ownerName : `Le guichet de ${question.essName}`;
  const due = SHOWS_REACTION.has(question.nextAction) ? question.reactBy : question.dueAt;
  return { label: BY_ACTION[question.nextAction], owner, dueAt: due?.toISOString() ?? null };
}
