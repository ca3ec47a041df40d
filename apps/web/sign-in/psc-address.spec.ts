import { describe, expect, test } from '@jest/globals';
import { readPscAddress } from './psc-address.ts';

const read = (query: string) => readPscAddress(new URLSearchParams(query));

describe('the page Pro Santé Connect comes back to', () => {
  test('holds a code and a state', () => {
    expect(read('code=a&state=b')).toEqual({ kind: 'back', back: { code: 'a', state: 'b' } });
    expect(read('code=a&state=b&iss=https%3A%2F%2Fc')).toEqual({
      kind: 'back',
      back: { code: 'a', state: 'b', iss: 'https://c' },
    });
  });
  test('or a refusal, which wins', () => {
    expect(read('error=access_denied&state=b')).toEqual({ kind: 'refused', abandoned: true });
    expect(read('error=server_error&code=a&state=b')).toEqual({ kind: 'refused', abandoned: false });
  });
  test.each(['', 'code=a', 'state=b', 'code=&state=b', 'retour=ailleurs'])('« %s » says nothing', (query) => {
    expect(read(query)).toEqual({ kind: 'nothing' });
  });
  test('or where to begin again', () => expect(read('retour=reprise')).toEqual({ kind: 'resume' }));
});
