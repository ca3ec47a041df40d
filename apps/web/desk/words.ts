import { ON_CALL_WORDS } from '#contracts/enums';
import type { Specialty, TriageFlag } from '#contracts/enums';
import { isOpen } from '#contracts/transitions';
import type { WhyExplanation } from '../ui/why-panel.tsx';
import { NBSP, formatTime } from '../ui/format.ts';
import type { Answers, Evaluation, RequestFile } from './views.ts';

export const FLAG_WORDS: Record<TriageFlag, string> = {
  unit_converted: 'Converti',
  unit_missing: 'Unité à préciser',
  implausible_value: 'Valeur à vérifier',
  contradiction: 'Contradiction à confirmer',
  possible_duplicate: 'Doublon possible',
  out_of_scope: 'Hors du protocole',
  insufficient_information: 'Éléments insuffisants',
};

const IDENTITY_WORDS: Record<string, string> = {
  PROV: 'Identité provisoire',
  RECUP: 'Identité récupérée',
  VALI: 'Identité validée',
  QUAL: 'INS qualifiée',
};
export const identityWords = (status: string): string => IDENTITY_WORDS[status] ?? status;

export function onCallWords(specialty: Specialty): string {
  const words = ON_CALL_WORDS[specialty];
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const CONSENT_MODES = { oral: 'oralement', written: 'par écrit', relative: 'par un proche', impossible: '' } as const;

export function consentWords({ informed, mode }: Answers['consent']): { tone: 'done' | 'watch'; text: string } {
  if (informed)
    return { tone: 'done', text: mode ? `Patient informé ${CONSENT_MODES[mode]}`.trim() : 'Patient informé' };
  if (mode === 'impossible') return { tone: 'watch', text: 'Information impossible, son état ne le permet pas' };
  return { tone: 'watch', text: informed === false ? 'Patient non informé' : 'Information non précisée' };
}

const EMERGENCY_ACTS: Record<string, string> = {
  called_15: 'Le demandeur a appelé le\u00a015.',
  already_handled: 'Le demandeur dit le patient déjà pris en charge par le\u00a015.',
};
export const emergencyActWords = (act: string | null): string =>
  (act && EMERGENCY_ACTS[act]) || 'Le demandeur n’a pas dit avoir appelé le\u00a015\u00a0: demandez-le d’abord.';

export const sexWord = (sex: RequestFile['patient']['sex']): string =>
  ({ F: 'F', M: 'H', unknown: 'sexe inconnu' })[sex];

/** The sentence of a rule without its end and, for the first, without its class: the panel says both apart. */
export const whatCounts = (reason: string, isFirst: boolean): string => {
  const bare = reason.replace(/\s\(règle [^]*\)$/, '');
  return isFirst ? bare.replace(/^P[0-4]\s[–-]\s(\p{L})/u, (_, letter: string) => letter.toUpperCase()) : bare;
};

/** The evaluation as the panel « Pourquoi » draws it: flags in words, each missing item with its question. */
export const explanationOf = (evaluation: Evaluation): WhyExplanation => ({
  mode: evaluation.mode,
  declaredBy: evaluation.declaredBy,
  protocol: evaluation.protocol,
  rules: evaluation.rules.map((rule, index) => ({ ...rule, reason: whatCounts(rule.reason, index === 0) })),
  missing: evaluation.missing,
  flags: evaluation.flags.map(({ flag, detail }) => ({ flag, detail: `${FLAG_WORDS[flag]}${NBSP}: ${detail}` })),
  wouldBecomeP0: evaluation.wouldBecomeP0,
});

type Decided = Pick<RequestFile, 'state' | 'class' | 'classStatus'> & {
  timeline: readonly Pick<RequestFile['timeline'][number], 'type' | 'actor' | 'at'>[];
};

/** « à confirmer par un humain », « confirmée par Nadège Rouaud à 10:04 », « passée à P1 par … ». */
export function proposalStatus(request: Decided, proposed: RequestFile['class']): string {
  const taken = request.timeline.findLast((step) => step.type === 'request.acknowledged');
  if (request.state === 'emergency' && taken) {
    return `prise en charge par ${taken.actor ?? 'l’équipe'} à${NBSP}${formatTime(taken.at)}`;
  }
  const deed = request.timeline.findLast(
    (step) => step.type === 'request.confirmed' || step.type === 'request.reclassed',
  );
  if (request.classStatus !== 'confirmed' || !deed) return isOpen(request.state) ? 'à confirmer par un humain' : '';
  const by = `${deed.actor ? ` par ${deed.actor}` : ''} à${NBSP}${formatTime(deed.at)}`;
  return request.class === proposed ? `confirmée${by}` : `passée à${NBSP}${request.class}${by}`;
}

/** The label says « Médecin traitant » already. */
export const treatingDoctorWords = (label: string): string =>
  label.replace(/^Médecin traitant /, '').replace(/^Pas de médecin traitant$/, 'aucun');
