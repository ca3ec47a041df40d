import type { DiscriminantGroup } from '../protocol.ts';

/** The field loss and the acuity decide between a day and a week. */
export const OPHTHALMOLOGY_DISCRIMINANTS: DiscriminantGroup[] = [
  {
    group: 'ophtalmologie',
    reasons: ['phosphenes_myodesopsies'],
    when: 'flashes_floaters_recent',
    items: [
      {
        id: 'visual_field_curtain',
        label: 'voile du champ visuel',
        question: 'Y a-t-il un voile ou une amputation du champ visuel\u00a0?',
        anyAnswered: ['visual_field_curtain'],
      },
    ],
  },
];
