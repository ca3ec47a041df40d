import type { DiscriminantGroup } from '../protocol.ts';

const ask = (id: string, label: string, question: string) => ({ id, label, question, anyAnswered: [id] });

/** The alarm signs of an infant with a murmur. */
export const PAEDIATRICS_DISCRIMINANTS: DiscriminantGroup[] = [
  {
    group: 'pediatrie',
    reasons: ['souffle'],
    when: 'infant_murmur',
    items: [
      ask(
        'infant_feeding_difficulty_sweating',
        'prise des biberons',
        'Y a-t-il des sueurs ou des difficultés au biberon\u00a0?',
      ),
      ask('weak_femoral_pulses', 'pouls fémoraux', 'Les pouls fémoraux sont-ils bien perçus\u00a0?'),
      ask('central_cyanosis', 'cyanose', 'Y a-t-il une cyanose centrale\u00a0?'),
      { id: 'spo2', label: 'SpO2', question: 'Quelle est la SpO2\u00a0?', measurements: ['spo2'] },
    ],
  },
];
