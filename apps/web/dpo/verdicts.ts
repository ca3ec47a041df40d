import type { Verdict } from './views.ts';

export const VERDICTS: Readonly<Record<Verdict, { label: string; tone: 'done' | 'watch' | 'error'; note: string }>> = {
  legitimate: { label: 'Légitime', tone: 'done', note: 'Le soin l’explique' },
  to_explain: { label: 'À expliquer', tone: 'watch', note: 'La personne est interrogée' },
  abuse: { label: 'Abus', tone: 'error', note: 'Sans lien avec un soin' },
};

export const isVerdict = (value: string): value is Verdict => value in VERDICTS;
