/** Closed lists of the field, shared by browser, server, worker and terminal. Ids are stable: they are stored. */

export const SPECIALTIES = [
  'cardiologie',
  'ophtalmologie',
  'dermatologie',
  'nephrologie',
  'douleur_chronique',
  'pediatrie',
] as const;
export type Specialty = (typeof SPECIALTIES)[number];

/** The on-call specialist, in the words of care teams; « astreinte » is a paid duty. */
export const ON_CALL_WORDS: Record<Specialty, string> = {
  cardiologie: 'cardiologue d’avis',
  ophtalmologie: 'ophtalmologue d’avis',
  dermatologie: 'dermatologue d’avis',
  nephrologie: 'néphrologue d’avis',
  douleur_chronique: 'médecin de la douleur d’avis',
  pediatrie: 'pédiatre d’avis',
};

/** P0 is never queued; P1–P4 are ordered by urgency, the first being the gravest. */
export const PRIORITY_CLASSES = ['P0', 'P1', 'P2', 'P3', 'P4'] as const;
export type PriorityClass = (typeof PRIORITY_CLASSES)[number];

/** Words shown to requesters, patients and in mails, who never read P-numbers. */
export const PRIORITY_WORDS: Record<PriorityClass, string> = {
  P0: 'Urgence vitale – 15',
  P1: 'Sous 24 h',
  P2: 'Sous 7 jours',
  P3: 'Sous 4 semaines',
  P4: 'Programmé',
};

/** Words shown at the desk beside the icon and the number. */
export const PRIORITY_DESK_WORDS: Record<PriorityClass, string> = {
  P0: 'Urgence vitale',
  P1: 'Très urgent',
  P2: 'Urgent',
  P3: 'Semi-urgent',
  P4: 'Programmé',
};

/** A sign is present, denied, or nobody knows; an empty box is never a "no". */
export const FINDING_STATES = ['present', 'denied', 'unknown'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export const REQUESTER_ROLES = [
  'medecin_traitant',
  'generaliste',
  'specialiste',
  'geriatre',
  'medecin_coordonnateur_ehpad',
  'ide_ehpad',
  'pharmacien',
  'service_hospitalier',
  'coordinateur_cpts',
  'coordinateur_dac',
  'ide_equipe_mobile',
] as const;
export type RequesterRole = (typeof REQUESTER_ROLES)[number];

export const REQUESTER_ROLE_LABELS: Record<RequesterRole, string> = {
  medecin_traitant: 'Médecin traitant',
  generaliste: 'Médecin généraliste',
  specialiste: 'Médecin spécialiste',
  geriatre: 'Gériatre',
  medecin_coordonnateur_ehpad: 'Médecin coordonnateur d’EHPAD',
  ide_ehpad: 'Infirmière ou infirmier d’EHPAD',
  pharmacien: 'Pharmacien',
  service_hospitalier: 'Service hospitalier',
  coordinateur_cpts: 'Coordination CPTS',
  coordinateur_dac: 'Coordination DAC',
  ide_equipe_mobile: 'Infirmière ou infirmier d’équipe mobile',
};

export const ORGANISATION_KINDS = ['cabinet', 'ehpad', 'service_hospitalier', 'pharmacie', 'cpts', 'dac'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const ORGANISATION_KIND_LABELS: Record<OrganisationKind, string> = {
  cabinet: 'Cabinet',
  ehpad: 'EHPAD',
  service_hospitalier: 'Service hospitalier',
  pharmacie: 'Pharmacie',
  cpts: 'CPTS',
  dac: 'DAC',
};

/** What a person does in one ESS. A requester also carries a `RequesterRole` and an organisation. */
export const MEMBER_ROLES = [
  'requester',
  /** Writes and follows for one requester, who stays the author. */
  'delegate',
  'secretary',
  'case_manager',
  'specialist',
  /** Replaces a specialist for a period that has an end; signs in his own name. */
  'locum',
  /** Prepares and orders under a specialist; never signs an answer. A period that has an end. */
  'intern',
  'coordinator',
  'mobile_nurse',
  'medical_lead',
  'ess_admin',
  /** Data protection officer or auditor: reads the trail, never a file. */
  'dpo',
] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export const MEMBER_ROLE_LABELS: Record<MemberRole, string> = {
  requester: 'Demandeur',
  delegate: 'Délégué d’un demandeur',
  secretary: 'Secrétaire',
  case_manager: 'Infirmière case-manager',
  specialist: 'Spécialiste',
  locum: 'Remplaçant',
  intern: 'Interne',
  coordinator: 'Coordination',
  mobile_nurse: 'Infirmière d’équipe mobile',
  medical_lead: 'Médecin responsable',
  ess_admin: 'Administration de l’ESS',
  dpo: 'Protection des données et audit',
};

/** Roles that are given for a period with an end. */
export const TEMPORARY_ROLES: readonly MemberRole[] = ['locum', 'intern'];

/** Who may lower a class: the act of a clinician, with a reason. */
export const CLINICIAN_ROLES: readonly MemberRole[] = ['case_manager', 'specialist', 'locum', 'medical_lead'];
/** Who works at the desk « Demandes à traiter ». */
export const DESK_ROLES: readonly MemberRole[] = [
  'secretary',
  'case_manager',
  'specialist',
  'locum',
  'intern',
  'coordinator',
  'medical_lead',
];

export const SEXES = ['F', 'M', 'unknown'] as const;
export type Sex = (typeof SEXES)[number];

export const CHANNELS = ['form', 'phone'] as const;
export type Channel = (typeof CHANNELS)[number];
export const CHANNEL_LABELS: Record<Channel, string> = { form: 'Formulaire', phone: 'Téléphone' };

export const TRIAGE_MODES = ['organisation', 'protocol'] as const;
export type TriageMode = (typeof TRIAGE_MODES)[number];

export const MODALITIES = ['mobile_visit', 'consultation', 'teleexpertise', 'teleconsultation'] as const;
export type Modality = (typeof MODALITIES)[number];
export const MODALITY_LABELS: Record<Modality, string> = {
  mobile_visit: 'Équipe mobile',
  consultation: 'Consultation',
  teleexpertise: 'Téléexpertise',
  teleconsultation: 'Téléconsultation',
};

export const PATIENT_PLACES = ['domicile', 'ehpad', 'hopital', 'cabinet', 'autre'] as const;
export type PatientPlace = (typeof PATIENT_PLACES)[number];
export const PATIENT_PLACE_LABELS: Record<PatientPlace, string> = {
  domicile: 'À domicile',
  ehpad: 'En EHPAD',
  hopital: 'À l’hôpital',
  cabinet: 'Au cabinet',
  autre: 'Autre lieu',
};

export const TREATING_DOCTOR_KINDS = ['author', 'named', 'none', 'unknown'] as const;
export type TreatingDoctorKind = (typeof TREATING_DOCTOR_KINDS)[number];

export const MOBILITIES = ['autonome', 'aide', 'fauteuil', 'alite', 'inconnue'] as const;
export type Mobility = (typeof MOBILITIES)[number];
export const MOBILITY_LABELS: Record<Mobility, string> = {
  autonome: 'Se déplace seul',
  aide: 'Se déplace avec aide',
  fauteuil: 'En fauteuil',
  alite: 'Alité',
  inconnue: 'Ne sais pas',
};

/** Flags of a proposal, orthogonal to the class (reference: triage protocol, §3). */
export const TRIAGE_FLAGS = [
  'unit_converted',
  'unit_missing',
  'implausible_value',
  'contradiction',
  'possible_duplicate',
  'out_of_scope',
  'insufficient_information',
] as const;
export type TriageFlag = (typeof TRIAGE_FLAGS)[number];
