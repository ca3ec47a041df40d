/** Closed lists of the way from decision to received answer. Ids are stored: they are stable. */

export const ACT_KINDS = [
  'advice',
  'exam',
  'visit',
  'consultation',
  'teleconsultation',
  'admission',
  'redirection',
  'refusal',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];
export const ACT_KIND_LABELS: Record<ActKind, string> = {
  advice: 'Téléexpertise',
  exam: 'Examen d’abord',
  visit: 'Visite de l’équipe mobile',
  consultation: 'Consultation',
  teleconsultation: 'Téléconsultation',
  admission: 'Admission',
  redirection: 'Réorientation',
  refusal: 'Demande non retenue, avec un conseil',
};

/** `open` until its result is signed; `undone` when the decision was taken back. */
export const ACT_STATES = ['open', 'done', 'cancelled', 'undone'] as const;
export type ActState = (typeof ACT_STATES)[number];

/** Exams a specialist may ask for before he decides, and what a visit may bring. */
export const EXAMS = ['ecg', 'echo', 'holter_ecg', 'mapa', 'biologie', 'radiographie', 'photos', 'autre'] as const;
export type Exam = (typeof EXAMS)[number];
export const EXAM_LABELS: Record<Exam, string> = {
  ecg: 'ECG 12 dérivations',
  echo: 'Échographie',
  holter_ecg: 'Holter ECG',
  mapa: 'MAPA',
  biologie: 'Biologie',
  radiographie: 'Radiographie',
  photos: 'Photographies',
  autre: 'Autre examen',
};
/** What the mobile team can do at the door. */
export const VISIT_EXAMS = ['ecg', 'echo', 'biologie', 'photos'] as const satisfies readonly Exam[];

export const EXAM_DOERS = ['requester', 'ess', 'patient'] as const;
export type ExamDoer = (typeof EXAM_DOERS)[number];
export const EXAM_DOER_LABELS: Record<ExamDoer, string> = {
  requester: 'le demandeur',
  ess: 'l’équipe de soins spécialisés',
  patient: 'le patient, avec l’ordonnance remise',
};

/** « Qui fait quoi, pour quand ». */
export const DOERS = ['medecin_traitant', 'ess', 'patient'] as const;
export type Doer = (typeof DOERS)[number];
export const DOER_LABELS: Record<Doer, string> = {
  medecin_traitant: 'Médecin traitant',
  ess: 'Équipe de soins spécialisés',
  patient: 'Patient',
};

export const REPORT_KINDS = [
  'advice',
  'reading',
  'consultation',
  'refusal',
  'redirection',
  'admission',
  'handover',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];
export const REPORT_KIND_LABELS: Record<ReportKind, string> = {
  advice: 'Réponse de téléexpertise',
  reading: 'Compte rendu d’examen',
  consultation: 'Compte rendu de consultation',
  refusal: 'Réponse avec un conseil',
  redirection: 'Réorientation',
  admission: 'Admission',
  handover: 'Urgence confiée au\u00a015',
};

/** How the patient was informed and agreed to a téléexpertise (CSP R.6316-4, L.1111-4). */
export const CONSENT_MODES = ['oral', 'written', 'not_obtained'] as const;
export type ConsentMode = (typeof CONSENT_MODES)[number];
export const CONSENT_MODE_LABELS: Record<ConsentMode, string> = {
  oral: 'oral',
  written: 'écrit',
  not_obtained: 'non recueilli',
};

/** Proofs that an answer was received, each shown as what it is. */
export const RECEPTION_KINDS = ['read', 'acknowledged', 'by_phone'] as const;
export type ReceptionKind = (typeof RECEPTION_KINDS)[number];
export const RECEPTION_LABELS: Record<ReceptionKind, string> = {
  read: 'Lu',
  acknowledged: 'Bien reçu',
  by_phone: 'Lu par téléphone',
};

export const OUTCOMES = ['home', 'consultation', 'emergency', 'hospitalised', 'died', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const OUTCOME_LABELS: Record<Outcome, string> = {
  home: 'Suivi sur place, comme conseillé',
  consultation: 'Vu par un spécialiste',
  emergency: 'Passage aux urgences',
  hospitalised: 'Hospitalisation',
  died: 'Décès',
  unknown: 'Ne sais pas',
};

/** « Sans l’ESS, qu’auriez-vous fait ? » */
export const WITHOUT_ESS = ['emergency', 'hospitalisation', 'wait'] as const;
export type WithoutEss = (typeof WITHOUT_ESS)[number];
export const WITHOUT_ESS_LABELS: Record<WithoutEss, string> = {
  emergency: 'Envoyer aux urgences',
  hospitalisation: 'Faire hospitaliser',
  wait: 'Attendre un rendez-vous',
};

/** Why a visit could not be made; each goes back to the desk. */
export const NOT_DONE_REASONS = [
  'absent',
  'refused',
  'hospitalised',
  'died',
  'no_access',
  'out_of_time',
  'equipment',
  'danger',
] as const;
export type NotDoneReason = (typeof NOT_DONE_REASONS)[number];
export const NOT_DONE_LABELS: Record<NotDoneReason, string> = {
  absent: 'Absent, personne n’ouvre',
  refused: 'Le patient refuse la visite',
  hospitalised: 'Hospitalisé entre-temps',
  died: 'Décédé',
  no_access: 'Accès impossible',
  out_of_time: 'Plus le temps aujourd’hui',
  equipment: 'Matériel en panne ou manquant',
  danger: 'Sécurité de l’équipe',
};

export const VISIT_STATUSES = ['planned', 'en_route', 'arrived', 'done', 'not_done'] as const;
export type VisitStatus = (typeof VISIT_STATUSES)[number];
export const VISIT_STATUS_LABELS: Record<VisitStatus, string> = {
  planned: 'Prévue',
  en_route: 'En route',
  arrived: 'Sur place',
  done: 'Faite',
  not_done: 'Non faite',
};

/** Equipment a team carries; a visit that needs it goes to a team that has it. */
export const EQUIPMENT = ['ecg', 'echo', 'biologie', 'photo'] as const;
export type Equipment = (typeof EQUIPMENT)[number];
export const EQUIPMENT_LABELS: Record<Equipment, string> = {
  ecg: 'ECG',
  echo: 'Échographe',
  biologie: 'Prélèvements',
  photo: 'Appareil photo',
};
