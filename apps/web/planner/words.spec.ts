import { describe, expect, test } from '@jest/globals';
import { at, day, stop, team, visit } from './day.fixture.ts';
import {
  dayStateWords,
  isFrozen,
  isHeld,
  kmWords,
  legWords,
  minutesWords,
  movedPromiseWords,
  newPromises,
  placeWords,
  planWords,
  priceWords,
  spokenExtras,
  totalsWords,
} from './words.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const PARIS = 'Europe/Paris';

describe('the words of the planner', () => {
  test('a price has its sign and its units, and none of the narrow spaces the letter lacks', () => {
    expect(plain(priceWords(9, 6.04))).toBe('+ 9 min, + 6 km');
    expect(plain(priceWords(75, 12.4))).toBe('+ 1 h 15, + 12 km');
    expect(plain(priceWords(-6, -3.31))).toBe('− 6 min, − 3,3 km');
    expect(plain(priceWords(4, 0.02))).toBe('+ 4 min');
    expect(priceWords(0.2, 0.04)).toBe('sans détour');
    expect(priceWords(1500, 1234)).not.toMatch(/[\u202f ]km|\d /);
  });

  test('durations and distances', () => {
    expect([59, 60, 65.4].map((minutes) => plain(minutesWords(minutes)))).toEqual(['59 min', '1 h', '1 h 05']);
    expect([2.34, 9.96, 214.4].map((km) => plain(kmWords(km)))).toEqual(['2,3 km', '10 km', '214 km']);
    expect(plain(totalsWords({ visits: 1, driveMin: 41, km: 30 }))).toBe('1 visite · 41 min de route · 30 km');
    expect(plain(legWords(18, 14.2))).toBe('18 min de route, 14 km');
    expect(legWords(0.3, 0)).toBe('aucune route');
    expect(totalsWords({ visits: 0, driveMin: 0, km: 0 })).toBe('Aucune visite placée');
  });

  test('a stop says what its block draws without words', () => {
    const promised = { from: at('10:15'), to: at('11:15') };
    expect(plain(spokenExtras(stop('a', '10:20', '10:50', { promised, locked: true }), PARIS))).toBe(
      'annoncée 10:15 – 11:15, verrouillée, Prévue',
    );
  });

  test('a visit that failed is planned again; a locked one is held, one on its way is frozen', () => {
    expect([isFrozen(visit('a', { status: 'not_done' })), isHeld(visit('a', { status: 'not_done' }))]).toEqual([
      false,
      false,
    ]);
    expect([isFrozen(visit('a', { locked: true })), isHeld(visit('a', { locked: true }))]).toEqual([false, true]);
    for (const status of ['en_route', 'arrived', 'done'] as const) expect(isFrozen(visit('a', { status }))).toBe(true);
    expect(spokenExtras(stop('a', '10:00', '10:30', { status: 'not_done' }), PARIS)).toBe('Prévue');
  });

  test('a place is a team, a rank and a time, or among the visits to place', () => {
    const plan = day([team('B', [])]);
    expect(placeWords(plan, { teamId: 'B', position: 1 }, at('10:20'), PARIS)).toBe('Équipe B, 2e étape, 10:20');
    expect(placeWords(plan, { teamId: 'B', position: 0 }, undefined, PARIS)).toBe('Équipe B, 1re étape');
    expect(placeWords(plan, { teamId: null }, undefined, PARIS)).toBe('Parmi les visites à placer');
  });

  test('after a proposal, how many are placed and how many are left', () => {
    const before = day([], [visit('a'), visit('b'), visit('c')]);
    expect(plain(planWords(before, day([], [visit('a')])))).toBe(
      '2 visites placées. 1 reste à placer : la raison est écrite sous chacune.',
    );
    expect(plain(planWords(before, day([])))).toBe('3 visites placées. Toutes les visites ont leur place.');
    expect(planWords(before, before)).toMatch(/^Aucune visite de plus n’a pu être placée\./);
    expect(planWords(day([]), day([]))).toBe('Tournées recalculées. Toutes les visites ont leur place.');
  });

  test('the state of the day says since when, and what is not told yet', () => {
    const publishedAt = at('17:40');
    expect(dayStateWords(day([]), PARIS)).toEqual({ tone: 'neutral', text: 'Brouillon' });
    const published = day([], [], { published: true, publishedAt });
    expect(plain(dayStateWords(published, PARIS).text)).toBe('Publiée à 17:40');
    const nextDay = { ...published, serverNow: '2030-01-02T09:00:00Z', publishedAt: '2030-01-01T16:40:00Z' };
    expect(plain(dayStateWords(nextDay, PARIS).text)).toBe('Publiée hier 17:40');
    const changed = dayStateWords(day([], [], { publishedAt, unpublishedChanges: 2 }), PARIS);
    expect([changed.tone, plain(changed.text)]).toEqual(['watch', 'Publiée à 17:40, 2 changements à publier']);
  });

  test('a promise that moves says from when to when, or that it has no hour any more', () => {
    const moved = { actId: 'a', patientName: 'Le Goff Jeanne', from: at('10:00'), to: at('10:45') };
    expect(plain(movedPromiseWords(moved, PARIS))).toBe('annoncée à 10:00, passe à 10:45');
    expect(plain(movedPromiseWords({ ...moved, to: null }, PARIS))).toBe('annoncée à 10:00, n’a plus d’heure ce jour');
  });

  test('only visits nobody was told of, and that have not begun, are first promises', () => {
    const promised = { from: at('10:00'), to: at('11:00') };
    const plan = day([
      team('A', [
        stop('told', '10:00', '10:30', { promised }),
        stop('new', '11:00', '11:30'),
        stop('going', '09:00', '09:30', { status: 'en_route' }),
      ]),
    ]);
    expect(newPromises(plan).map(({ actId }) => actId)).toEqual(['new']);
  });
});
