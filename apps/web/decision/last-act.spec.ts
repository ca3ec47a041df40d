import { describe, expect, test } from '@jest/globals';
import { readLastAct } from './last-act.ts';

const AT = 1_795_000_000_000;
const kept = JSON.stringify({ ess: 'cardio', id: 'r1', at: AT });

describe('the last act, after a reload', () => {
  test('is offered again within its ten seconds, in its own ESS', () => {
    expect(readLastAct(kept, 'cardio', AT + 9_000)?.id).toBe('r1');
    expect(readLastAct(kept, 'dermato', AT + 9_000)).toBeNull();
  });

  test('is over after ten seconds', () => {
    expect(readLastAct(kept, 'cardio', AT + 10_000)).toBeNull();
  });

  test('what is not ours is nothing', () => {
    for (const text of [null, '', '{', '{}', '"r1"', '{"ess":"cardio","id":1,"at":2}'])
      expect(readLastAct(text, 'cardio', AT)).toBeNull();
  });
});
