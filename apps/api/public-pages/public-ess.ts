import type { Specialty } from '#contracts/enums';
import type { OpeningHours, PublicPage } from '#contracts/public-page';

/** What the world may know of an ESS. */
export interface PublicEss {
  slug: string;
  name: string;
  specialty: Specialty;
  region: string;
  /** French number, as stored. */
  phone: string;
  hours: OpeningHours;
  page: PublicPage;
}

export interface PublicNow {
  openNow: boolean;
  /** ISO instant, or words ready to be read; null when nothing is planned. */
  nextOpening: string | null;
}

export const SPECIALTY_LABELS: Record<Specialty, string> = {
  cardiologie: 'cardiologie',
  ophtalmologie: 'ophtalmologie',
  dermatologie: 'dermatologie',
  nephrologie: 'néphrologie',
  douleur_chronique: 'douleur chronique',
  pediatrie: 'pédiatrie',
};
