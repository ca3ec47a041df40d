import type { Abstract, Type } from '@nestjs/common';
import { SecondStep, Sessions, SignIn, type Started, type Visit } from '#accounts';
import { PASSWORD, recoveryCodeOf, type Person } from './territory.ts';

type Get = <T>(type: Type<T> | Abstract<T>) => T;

export const VISIT: Visit = { address: '127.0.0.1', agent: '' };

/** Both steps, in this process; the second one by a recovery code. */
export async function signInHere(get: Get, person: Person, visit: Visit = VISIT): Promise<Started> {
  const first = await get(SignIn).withPassword(person.email, PASSWORD, visit);
  const principal = await get(Sessions).principal(first.token);
  const second = { ...visit, sessionToken: first.token };
  return get(SecondStep).byRecovery(principal, second, recoveryCodeOf(person));
}
