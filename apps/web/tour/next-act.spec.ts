import { describe, expect, test } from '@jest/globals';
import { callLink, filStateOf, nextAct, nextStop, punctuality, wayLink } from './next-act.ts';
import { stopOf } from './stop.fixture.ts';

const at = (time: string) => Date.parse(`2026-11-24T${time}:00.000Z`);

describe('what comes next on the road', () => {
  test('the next stop is the one where one is, then the one driven to, then the first of the day', () => {
    const [done, first, second] = [
      stopOf({ actId: 'done', status: 'done' }),
      stopOf({ actId: 'first' }),
      stopOf({ actId: 'second' }),
    ];
    expect(nextStop([done, first, second])?.actId).toBe('first');
    expect(nextStop([done, first, { ...second, status: 'en_route' }])?.actId).toBe('second');
    const both = nextStop([
      { ...first, status: 'en_route' },
      { ...second, status: 'arrived' },
    ]);
    expect(both?.actId).toBe('second');
    expect(nextStop([done, { ...first, status: 'not_done' }])).toBeNull();
  });

  test('one button at a time: En route, Sur place, Saisir la visite, Visite faite', () => {
    expect(nextAct('planned', 'tour')?.label).toBe('En route');
    expect(nextAct('en_route', 'sheet')?.label).toBe('Sur place');
    expect(nextAct('arrived', 'tour')?.label).toBe('Saisir la visite');
    expect(nextAct('arrived', 'sheet')?.label).toBe('Visite faite');
    expect(nextAct('done', 'sheet')).toBeNull();
    expect(nextAct('not_done', 'tour')).toBeNull();
  });

  test('the thread is solid behind, a ring at the next stop, dotted ahead, and stops at a visit not made', () => {
    const next = stopOf({ actId: 'now' });
    expect(filStateOf(stopOf({ status: 'done' }), next)).toBe('done');
    expect(filStateOf(stopOf({ status: 'not_done' }), next)).toBe('stopped');
    expect(filStateOf(next, next)).toBe('now');
    expect(filStateOf(stopOf({ actId: 'later' }), next)).toBe('next');
  });

  test('the promise is held, soon broken or broken, the road counted', () => {
    const stop = stopOf();
    expect(punctuality(stop, at('09:00'))?.tone).toBe('done');
    expect(punctuality(stop, at('09:35'))?.tone).toBe('watch');
    expect(punctuality(stop, at('09:56'))?.words).toBe('promesse dépassée d’environ 10\u00a0min');
    expect(punctuality({ ...stop, status: 'arrived' }, at('12:00'))).toBeNull();
  });

  test('a number is dialled without its spaces', () => {
    expect(callLink('02\u00a061 91.20-20')).toBe('tel:0261912020');
    expect(callLink('+33 2 61 91 20 20')).toBe('tel:+33261912020');
  });

  test('the way is asked by address alone, of the map of the phone', () => {
    expect(wayLink(stopOf(), 'Mozilla/5.0 (Linux; Android 14)')).toBe('geo:0,0?q=12%20rue%20du%20Moulin%2C%20Savenay');
    expect(wayLink(stopOf(), 'iPhone')).not.toMatch(/Le%20Goff/);
    expect(wayLink(stopOf({ address: '', communeName: null }), 'Android')).toBe('geo:0,0?q=47.36%2C-1.94');
  });
});
