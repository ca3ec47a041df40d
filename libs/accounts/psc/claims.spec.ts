import { describe, expect, test } from '@jest/globals';
import { checkAcr, exerciceLabel, readClaims } from './claims.ts';

const reasonOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return typeof error === 'object' && error !== null && 'reason' in error ? error.reason : error;
  }
  return 'accepted';
};

const exercice = (activities: unknown, more: object = {}) => ({ codeProfession: '10', activities, ...more });
const activity = (raisonSocialeSite: string, codeModeExercice = 'L') => ({ raisonSocialeSite, codeModeExercice });

describe('what Pro Santé Connect says of a person', () => {
  test('is linked by SubjectNameID: 8 and the RPPS', () => {
    expect(readClaims({ SubjectNameID: '810000001916', sub: 'other', preferred_username: '999999999999' })).toEqual({
      subject: '810000001916',
      rpps: '10000001916',
      exercices: [],
    });
  });

  test.each(['0441234567', '02A1234567'])('or 0 and the ADELI (%s), which is no RPPS', (SubjectNameID) => {
    expect(readClaims({ SubjectNameID })).toEqual({ subject: SubjectNameID, rpps: null, exercices: [] });
  });

  test.each([
    [{}],
    [null],
    ['810000001916'],
    [['810000001916']],
    [{ SubjectNameID: 810000001916 }],
    [{ SubjectNameID: '10000001916' }],
    [{ SubjectNameID: '8100000019160' }],
    [{ SubjectNameID: ' 810000001916' }],
    [{ SubjectNameID: '810000001916\n' }],
    [{ SubjectNameID: ['810000001916'] }],
    [{ SubjectNameID: '3100000019161' }],
    [{ SubjectNameID: '044123456' }],
    [{ sub: '810000001916', preferred_username: '810000001916' }],
  ])('is refused without one: %j', (claims) => {
    expect(reasonOf(() => readClaims(claims))).toBe('identity');
  });

  test('each place of each exercice is one choice', () => {
    const exercices = [
      exercice([activity('Cabinet de Savenay'), activity('Clinique du Lac', 'S')]),
      exercice([activity('', 'B')], { codeProfession: '60' }),
      exercice(undefined, { codeProfession: '21' }),
      exercice([], { codeProfession: '99' }),
    ];
    const { exercices: read } = readClaims({ SubjectNameID: '810000001916', SubjectRefPro: { exercices } });
    expect(read.map(exerciceLabel)).toEqual([
      'Médecin libéral, Cabinet de Savenay',
      'Médecin salarié, Clinique du Lac',
      'Infirmier bénévole',
      'Pharmacien',
      'Profession 99',
    ]);
  });

  test.each([[null], [[]], ['x'], [{ exercices: 'x' }], [{ exercices: [null, 3, 'x', [1]] }]])(
    'a strange SubjectRefPro (%j) breaks nothing',
    (SubjectRefPro) => {
      const { exercices } = readClaims({ SubjectNameID: '810000001916', SubjectRefPro });
      for (const one of exercices) expect(exerciceLabel(one)).toBe('Professionnel de santé');
    },
  );

  test('a list without end is cut, and so is a text', () => {
    const endless = Array.from({ length: 500 }, () =>
      exercice(Array.from({ length: 500 }, () => activity('x'.repeat(5000)))),
    );
    const { exercices } = readClaims({ SubjectNameID: '810000001916', SubjectRefPro: { exercices: endless } });
    expect(exercices).toHaveLength(30);
    expect(Math.max(...exercices.map(({ place }) => place.length))).toBe(120);
  });
});

describe('the level of the proof', () => {
  test('eidas1 is the one asked, and its absence reads as given', () => {
    expect(reasonOf(() => checkAcr('eidas1'))).toBe('accepted');
    expect(reasonOf(() => checkAcr(undefined))).toBe('accepted');
  });
  test.each(['eidas0', 'eidas2', 'EIDAS1', '', null, ['eidas1'], 1])('%j is refused', (acr) => {
    expect(reasonOf(() => checkAcr(acr))).toBe('acr');
  });
});
