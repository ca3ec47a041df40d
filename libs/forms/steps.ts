import type { StepDefinition } from './definition.ts';

export const NONE_OF_THESE_LABEL = 'J’ai vérifié : aucun de ces signes';

/** The four steps, the same for every specialty. */
export const STEPS: StepDefinition[] = [
  { number: 1, title: 'Motif et signes d’alerte', lead: 'Les signes d’alerte d’abord : ils décident du délai.' },
  { number: 2, title: 'Patient et lieu', lead: 'Qui, où, et qui le suit.' },
  {
    number: 3,
    title: 'Signes, mesures et question',
    lead: 'Ce que vous savez aujourd’hui. Ce qui manque vous sera demandé après, sans bloquer.',
  },
  { number: 4, title: 'Vérifier et envoyer', lead: 'Relisez, puis envoyez. Vous pourrez suivre chaque étape.' },
];
