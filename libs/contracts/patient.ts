/** Closed lists around one patient: identity, consent, circle, exceptional access. Ids are stored: they are stable. */

/** Of an identity (RNIV), derived from two facts and never typed. */
export const IDENTITY_STATUSES = ['PROV', 'VALI', 'RECUP', 'QUAL'] as const;
export type IdentityStatus = (typeof IDENTITY_STATUSES)[number];
export const IDENTITY_STATUS_LABELS: Record<IdentityStatus, string> = {
  PROV: 'Identité provisoire',
  VALI: 'Identité validée',
  RECUP: 'Identité récupérée',
  QUAL: 'Identité qualifiée',
};

/** Papers that prove who one is, with a high degree of trust. */
export const DOCUMENT_KINDS = ['cni', 'passeport', 'titre_sejour', 'livret_famille', 'acte_naissance'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export const DOCUMENT_KIND_LABELS: Record<DocumentKind, string> = {
  cni: 'Carte nationale d’identité',
  passeport: 'Passeport',
  titre_sejour: 'Titre de séjour',
  livret_famille: 'Livret de famille (mineur, avec la pièce d’un parent)',
  acte_naissance: 'Extrait d’acte de naissance (mineur, avec la pièce d’un parent)',
};

export const CONSENT_KINDS = ['information', 'consent', 'opposition', 'withdrawal'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];
export const CONSENT_KIND_LABELS: Record<ConsentKind, string> = {
  information: 'Information donnée',
  consent: 'Accord au partage',
  opposition: 'Opposition au partage',
  withdrawal: 'Accord ou opposition retirés',
};

/** How it was said. `impossible` goes with the information alone: the patient could not be told. */
export const CONSENT_RECORD_MODES = ['oral', 'ecrit', 'proche', 'electronique', 'impossible'] as const;
export type ConsentRecordMode = (typeof CONSENT_RECORD_MODES)[number];
export const CONSENT_RECORD_MODE_LABELS: Record<ConsentRecordMode, string> = {
  oral: 'De vive voix',
  ecrit: 'Par écrit',
  proche: 'Par un proche',
  electronique: 'Par voie électronique',
  impossible: 'Pas encore possible\u00a0: état du patient',
};

/** What the patient's last word on sharing is. */
export const SHARING_STATES = ['consented', 'opposed', 'unknown'] as const;
export type SharingState = (typeof SHARING_STATES)[number];
export const SHARING_STATE_LABELS: Record<SharingState, string> = {
  consented: 'D’accord pour le partage dans l’équipe',
  opposed: 'Opposé au partage',
  unknown: 'Accord non recueilli',
};

export const CIRCLE_KINDS = ['professional', 'relative'] as const;
export type CircleKind = (typeof CIRCLE_KINDS)[number];

/** « Vous pouvez parler à\u00a0: sa fille ». */
export const RELATIVE_LINKS = [
  'conjoint',
  'fille',
  'fils',
  'mere',
  'pere',
  'soeur',
  'frere',
  'petit_enfant',
  'personne_confiance',
  'tuteur',
  'aidant',
  'autre',
] as const;
export type RelativeLink = (typeof RELATIVE_LINKS)[number];
export const RELATIVE_LINK_LABELS: Record<RelativeLink, string> = {
  conjoint: 'la personne qui partage sa vie',
  fille: 'sa fille',
  fils: 'son fils',
  mere: 'sa mère',
  pere: 'son père',
  soeur: 'sa sœur',
  frere: 'son frère',
  petit_enfant: 'un petit-enfant',
  personne_confiance: 'sa personne de confiance',
  tuteur: 'la personne qui le représente (tutelle, curatelle)',
  aidant: 'la personne qui l’aide',
  autre: 'une personne de son entourage',
};

export const EXCEPTIONAL_REASONS = [
  'urgence',
  'continuite_soins',
  'appel_samu',
  'demande_patient',
  'erreur_identite',
  'autre',
] as const;
export type ExceptionalReason = (typeof EXCEPTIONAL_REASONS)[number];
export const EXCEPTIONAL_REASON_LABELS: Record<ExceptionalReason, string> = {
  urgence: 'Urgence médicale',
  continuite_soins: 'Continuité des soins, confrère absent',
  appel_samu: 'Appel du SAMU ou des urgences',
  demande_patient: 'Demande du patient, joint en direct',
  erreur_identite: 'Doute sur l’identité',
  autre: 'Autre raison, dite dessous',
};
/** An exceptional access lasts this long, never more. */
export const EXCEPTIONAL_MINUTES = 60;
/** The reason given in words has at least so many characters. */
export const EXCEPTIONAL_TEXT_MIN = 10;

/** What happened to an identity. */
export const PATIENT_CHANGE_KINDS = ['corrected', 'document', 'insi', 'merged', 'unmerged'] as const;
export type PatientChangeKind = (typeof PATIENT_CHANGE_KINDS)[number];
export const PATIENT_CHANGE_LABELS: Record<PatientChangeKind, string> = {
  corrected: 'Identité corrigée',
  document: 'Pièce d’identité vérifiée',
  insi: 'INS récupérée',
  merged: 'Dossier réuni à celui-ci',
  unmerged: 'Dossier séparé de celui-ci',
};

/** Why two files may be of one person. */
export const DUPLICATE_REASONS = ['ins', 'birth_and_name', 'phone'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];
export const DUPLICATE_REASON_LABELS: Record<DuplicateReason, string> = {
  ins: 'Même matricule INS',
  birth_and_name: 'Même date de naissance, noms proches',
  phone: 'Même téléphone et même date de naissance',
};
