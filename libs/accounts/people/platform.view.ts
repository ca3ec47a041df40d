import type { Specialty } from '#contracts/enums';

/** `disabled` by his only team; `closed` everywhere by the platform. */
export type PlatformPersonState = 'open' | 'disabled' | 'closed';

/** An ESS as the platform sees it: counts of people, nothing of a patient. */
export class PlatformEssView {
  slug: string;
  name: string;
  specialty: Specialty;
  region: string;
  openedOn: string;
  people: number;
  administrators: number;
  invitedAdministrators: number;
}

export class PlatformTeamView {
  slug: string;
  name: string;
}

/** Somebody as the platform sees him: who he is and where he works, nothing of what he does. */
export class PlatformPersonView {
  id: string;
  name: string;
  profession: string;
  email: string;
  state: PlatformPersonState;
  factors: number;
  teams: PlatformTeamView[];
}
