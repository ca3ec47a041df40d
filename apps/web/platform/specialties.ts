import type { Specialty } from '#contracts/enums';

export const SPECIALTY_LABELS: Record<Specialty, string> = {
  cardiologie: 'Cardiologie',
  ophtalmologie: 'Ophtalmologie',
  dermatologie: 'Dermatologie',
  nephrologie: 'Néphrologie',
  douleur_chronique: 'Douleur chronique',
  pediatrie: 'Pédiatrie',
};
