import type { Discriminant, DiscriminantGroup } from '../protocol.ts';

const LESION = [
  'pigmented_lesion_change_size',
  'pigmented_lesion_irregular_shape',
  'pigmented_lesion_irregular_colour',
  'pigmented_lesion_7mm',
  'pigmented_lesion_inflammation',
  'pigmented_lesion_oozing',
  'pigmented_lesion_sensation',
];

const PHOTO: Discriminant = {
  id: 'photo',
  label: 'photographie de la lésion',
  question: 'Pouvez-vous joindre une photographie nette de la lésion\u00a0?',
  context: ['photo'],
};

/** Score of seven points, diameter and picture (triage protocol, §3). */
export const DERMATOLOGY_DISCRIMINANTS: DiscriminantGroup[] = [
  {
    group: 'dermatologie',
    reasons: ['lesion_pigmentee', 'lesion'],
    when: LESION.join(' or '),
    items: [
      {
        id: 'score7',
        label: 'critères du score 7\u00a0points',
        question:
          'La lésion change-t-elle de taille, de forme, de couleur\u00a0? Inflammation, suintement, sensibilité\u00a0?',
        allAnswered: LESION.filter((id) => id !== 'pigmented_lesion_7mm'),
      },
      {
        id: 'lesion_diameter',
        label: 'diamètre de la lésion',
        question: 'Quel est le plus grand diamètre de la lésion, en mm\u00a0?',
        anyAnswered: ['pigmented_lesion_7mm'],
        measurements: ['lesion_diameter'],
      },
    ],
  },
  {
    group: 'dermatologie',
    reasons: ['lesion_pigmentee', 'lesion', 'tumeur'],
    when: `${LESION.join(' or ')} or nodular_melanoma_suspected or scc_suspected or bcc_suspected or chronic_eczema or photo_missing`,
    items: [PHOTO],
  },
];
