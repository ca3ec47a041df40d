import { personOf } from './people.ts';

/** « Dr Hélène Marchais » */
export function nameOfPerson(email: string): string {
  const { title, firstName, lastName } = personOf(email);
  return [title, firstName, lastName].filter(Boolean).join(' ');
}
