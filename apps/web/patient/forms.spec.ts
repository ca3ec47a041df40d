import { describe, expect, test } from '@jest/globals';
import { circleErrors, EMPTY_MEMBER, toMember } from './circle.ts';
import { consentErrors, instantOfDay, kindsFor } from './consent.ts';
import { reasonErrors, searchErrors } from './exceptional.ts';

const TODAY = '2026-11-23';
const fields = (errors: { field: string }[]) => errors.map(({ field }) => field);

describe('what the patient says of sharing', () => {
  test('nothing is withdrawn that was not given', () => {
    expect(kindsFor('unknown')).not.toContain('withdrawal');
    expect(kindsFor('opposed')).toContain('withdrawal');
  });

  test('« impossible » is only of the information, and no day is to come', () => {
    const typed = { kind: 'consent', mode: 'impossible', day: '2026-11-24', note: '' } as const;
    expect(fields(consentErrors(typed, TODAY))).toEqual(['partage-mode', 'partage-day']);
    expect(consentErrors({ ...typed, kind: 'information', day: TODAY }, TODAY)).toEqual([]);
    expect(consentErrors({ kind: null, mode: null, day: '', note: '' }, TODAY)).toHaveLength(3);
  });

  test('said another day is kept at noon of that day, where the team is', () => {
    const now = new Date('2026-11-23T10:00:00Z');
    expect(instantOfDay(TODAY, TODAY, now, 'Europe/Paris')).toBe(now.toISOString());
    expect(instantOfDay('2026-11-20', TODAY, now, 'Europe/Paris')).toBe('2026-11-20T11:00:00.000Z');
  });
});

describe('a member of the circle', () => {
  const daughter = { ...EMPTY_MEMBER, name: 'Le Goff Marie', link: 'fille', mayTalk: true, startsOn: TODAY } as const;

  test('a relative needs a name and a link; a professional is chosen', () => {
    expect(circleErrors(daughter)).toEqual([]);
    expect(fields(circleErrors({ ...EMPTY_MEMBER, startsOn: TODAY }))).toEqual([
      'cercle-name',
      'cercle-link',
      'cercle-mayTalk',
    ]);
    expect(fields(circleErrors({ ...daughter, kind: 'professional' }))).toEqual(['cercle-professional']);
  });

  test('a phone, when given, is a phone, and a period does not end before it starts', () => {
    expect(fields(circleErrors({ ...daughter, phone: '12 34' }))).toEqual(['cercle-phone']);
    expect(fields(circleErrors({ ...daughter, endsOn: '2026-11-22' }))).toEqual(['cercle-endsOn']);
    expect(fields(circleErrors({ ...daughter, startsOn: 'hier' }))).toEqual(['cercle-startsOn']);
  });

  test('what is empty is not sent', () => {
    expect(toMember(daughter)).toEqual({
      kind: 'relative',
      name: 'Le Goff Marie',
      link: 'fille',
      mayTalk: true,
      startsOn: TODAY,
    });
  });
});

describe('an exceptional access', () => {
  test('asks for the three traits whole', () => {
    expect(searchErrors({ birthDate: null, birthName: ' ', givenName: '' })).toHaveLength(3);
    expect(searchErrors({ birthDate: '1945-03-14', birthName: 'Le Goff', givenName: 'Jeanne' })).toEqual([]);
  });

  test('asks for a reason of the list and at least ten characters', () => {
    expect(fields(reasonErrors(null, 'trop court'))).toEqual(['raison-code']);
    expect(fields(reasonErrors('urgence', '  court   '))).toEqual(['raison-text']);
    expect(reasonErrors('urgence', 'Malaise au domicile')).toEqual([]);
  });
});
