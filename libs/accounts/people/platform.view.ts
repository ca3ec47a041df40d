import type { Specialty } from '#contracts/enums';

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
