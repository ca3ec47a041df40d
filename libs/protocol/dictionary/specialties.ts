import { SPECIALTIES, type Specialty } from '#contracts/enums';

/** The dictionaries of findings write a specialty short; this is the only place that knows it. */
const SHORT_IDS: Record<string, Specialty> = {
  cardio: 'cardiologie',
  ophtalmo: 'ophtalmologie',
  dermato: 'dermatologie',
  nephro: 'nephrologie',
  douleur: 'douleur_chronique',
  pediatrie: 'pediatrie',
};

/** Names printed in explanations: « protocole Cardiologie v1.0.0 ». */
export const SPECIALTY_LABELS: Record<Specialty, string> = {
  cardiologie: 'Cardiologie',
  ophtalmologie: 'Ophtalmologie',
  dermatologie: 'Dermatologie',
  nephrologie: 'Néphrologie',
  douleur_chronique: 'Douleur chronique',
  pediatrie: 'Pédiatrie',
};

/** The specialty of an id in either spelling (`cardio`, `cardiologie`), or undefined. */
export function specialtyFrom(id: string): Specialty | undefined {
  return SPECIALTIES.find((specialty) => specialty === id) ?? SHORT_IDS[id];
}
