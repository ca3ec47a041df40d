import type { ContextEntry } from './dictionary.ts';

/** Context keys the engine understands. Any other key is kept and shown, never used to rank. */
export const CONTEXT: Record<string, ContextEntry> = {
  hours_since_last_pain: { type: 'integer', unit: 'h', label: 'heures depuis la fin du dernier épisode douloureux' },
  hours_since_onset: { type: 'integer', unit: 'h', label: 'heures depuis le début des symptômes' },
  days_since_onset: { type: 'integer', unit: 'd', label: 'jours depuis le début des symptômes' },
  days_since_event: { type: 'integer', unit: 'd', label: 'jours depuis l’événement (syncope, AIT, choc…)' },
  days_since_discharge: { type: 'integer', unit: 'd', label: 'jours depuis la sortie d’hospitalisation' },
  surgery_in_days: { type: 'integer', unit: 'd', label: 'chirurgie prévue dans N jours' },
  treatment_in_days: { type: 'integer', unit: 'd', label: 'traitement (chimiothérapie…) prévu dans N jours' },
  gestational_weeks: { type: 'integer', unit: 'wk', label: 'semaines d’aménorrhée' },
  weeks_postpartum: { type: 'integer', unit: 'wk', label: 'semaines depuis l’accouchement' },
  fever_days: { type: 'integer', unit: 'd', label: 'jours de fièvre' },
  photo: { type: 'boolean', label: 'photographie jointe' },
  duplicate_of: { type: 'string', label: 'identifiant d’une demande ouverte du même patient et du même motif' },
  days_since_first_request: { type: 'integer', unit: 'd', label: 'jours depuis la première réception' },
  requested_modality: { type: 'string', label: 'modalité souhaitée par le demandeur' },
  place: { type: 'string', label: 'lieu où se trouve le patient' },
  channel: { type: 'string', label: 'voie d’arrivée (formulaire, téléphone…)' },
};
