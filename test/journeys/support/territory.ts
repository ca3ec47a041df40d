import type { Specialty } from '#contracts/enums';

/** Of everybody here. */
export const PASSWORD = 'un mot de passe long pour les essais';

export interface Person {
  id: string;
  email: string;
  name: string;
  /** What his telephone shows codes from. */
  totpSecret: string;
  /** Each is good once: two people, or one person twice, never wait for the next thirty seconds. */
  recoveryCodes: string[];
}

/** The next unused one. */
export function recoveryCodeOf(person: Person): string {
  const code = person.recoveryCodes.pop();
  if (!code) throw new Error(`${person.email} has no recovery code left: give more in the territory`);
  return code;
}

export interface Team {
  id: string;
  slug: string;
  specialty: Specialty;
  gp: Person;
  /** Of the same practice as the GP. */
  colleague: Person;
  stranger: Person;
  secretary: Person;
  secondSecretary: Person;
  caseManager: Person;
  /** On call at any time. */
  specialist: Person;
  secondSpecialist: Person;
  medicalLead: Person;
  coordinator: Person;
  essAdmin: Person;
  dpo: Person;
  /** Writes for the GP. */
  delegate: Person;
  /** Knows the team and her own tour: the wrong role of almost every route. */
  mobileNurse: Person;
  /** Carries ECG and echo, from 8:00 to 18:00, any day. */
  mobileTeamId: string;
  practiceId: string;
  otherPracticeId: string;
}

export interface Territory {
  cardio: Team;
  nephro: Team;
  /** A doctor who writes to both teams, for a practice of each. */
  commuter: Person;
}
