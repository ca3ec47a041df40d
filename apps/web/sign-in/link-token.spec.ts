import { describe, expect, test } from '@jest/globals';
import { tokenOf } from './link-token.ts';

const ID = '0190a1b2-0000-7000-8000-000000000001';

describe('the token of a link', () => {
  test('is what stands after the hash, whole', () => {
    expect(tokenOf(`#cardio-essai.invitation.${ID}.abc_-9`)).toBe(`cardio-essai.invitation.${ID}.abc_-9`);
    expect(tokenOf(`#cardio-essai.password.${ID}.abc`)).toBe(`cardio-essai.password.${ID}.abc`);
  });

  test.each(['', '#', '#contenu', `#cardio.autre.${ID}.abc`, `#cardio.password.${ID}`, `#../x.password.${ID}.abc`])(
    '« %s » is none',
    (hash) => expect(tokenOf(hash)).toBeNull(),
  );
});
