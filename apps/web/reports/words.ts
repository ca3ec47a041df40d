import type { ReportKind } from '#contracts/care';
import { formatCivilDate, formatMoment, NBSP } from '../ui/format.ts';
import type { ReceptionView, ReportView } from './views.ts';

/** What the main text is, by kind of report. */
export const ANSWER_TITLES: Record<ReportKind, string> = {
  advice: 'Réponse',
  reading: 'Constatations',
  consultation: 'Constatations',
  refusal: 'Conseil',
  redirection: 'Conseil',
  admission: 'D’ici là',
  handover: 'Ce qui a été convenu',
};

/** A proof said as what it is: signed in, button, or read aloud by the desk. */
export function receptionWords({ kind, byName, at, toldTo }: ReceptionView, zone?: string): string {
  const when = `le ${formatMoment(at, zone)}`;
  if (kind === 'by_phone') return `Lu par téléphone avec ${toldTo ?? 'le demandeur'} par ${byName}, ${when}`;
  return kind === 'acknowledged' ? `Bien reçu par ${byName}, ${when}` : `Lu par ${byName}, ${when}`;
}

const on = (day: string | null) => (day ? ` le ${formatCivilDate(day)}` : '');

/** « Patient informé le … Consentement oral le … » */
export function consentWords({ informed, informedOn, consentLabel, consentOn }: ReportView['body']): string {
  const told = informed ? `Patient informé de l’acte${on(informedOn)}.` : 'Information du patient non rapportée.';
  return consentLabel ? `${told} Consentement ${consentLabel}${on(consentOn)}.` : told;
}

export const measureWords = ({ value, unit }: ReportView['measures'][number]): string =>
  `${String(value).replace('.', ',')}${NBSP}${unit}`;

export const sexWords: Record<ReportView['patient']['sex'], string> = { F: 'femme', M: 'homme', unknown: '' };
