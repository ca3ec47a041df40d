export const RETENTION_KINDS = [
  'archive',
  'erase',
  'mails',
  'links',
  'invitations',
  'sign-ins',
  'sessions',
  'devices',
  'jobs',
  'logs',
  'positions',
] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

export interface RetentionRule {
  kind: RetentionKind;
  /** Of one ESS, done in its own night; else of the whole house. */
  ofEss: boolean;
  /** After the last thing that happened. */
  months: number;
  /** Said to who runs the job, before the count. */
  says: string;
}

const YEAR = 12;
const ACTIVE = 5 * YEAR;
const ARCHIVE = 15 * YEAR;
const LOGS = YEAR;

/** How long each thing is kept; the whole policy is this table. Lines of the audit are kept as long as what they prove. */
export const RETENTION: readonly RetentionRule[] = [
  { kind: 'archive', ofEss: true, months: ACTIVE, says: 'Dossiers sans activité depuis 5 ans, à archiver' },
  { kind: 'erase', ofEss: true, months: ACTIVE + ARCHIVE, says: 'Dossiers après 15 ans d’archive, à effacer' },
  { kind: 'mails', ofEss: true, months: LOGS, says: 'Preuves d’envoi de courriels de plus de 12 mois, à supprimer' },
  { kind: 'links', ofEss: true, months: LOGS, says: 'Liens de mot de passe finis depuis plus de 12 mois, à supprimer' },
  { kind: 'invitations', ofEss: true, months: LOGS, says: 'Invitations finies depuis plus de 12 mois, à supprimer' },
  { kind: 'sign-ins', ofEss: false, months: LOGS, says: 'Essais de connexion de plus de 12 mois, à supprimer' },
  { kind: 'sessions', ofEss: false, months: LOGS, says: 'Sessions finies depuis plus de 12 mois, à supprimer' },
  { kind: 'devices', ofEss: false, months: LOGS, says: 'Appareils sans connexion depuis 12 mois, à oublier' },
  { kind: 'jobs', ofEss: false, months: LOGS, says: 'Passages de tâches de plus de 12 mois, à supprimer' },
  // A file holds a month: its first line is then twelve months old.
  { kind: 'logs', ofEss: false, months: LOGS - 1, says: 'Journaux techniques de plus de 12 mois, à supprimer' },
  {
    ...{ kind: 'positions', ofEss: false, months: 2 },
    says: 'Positions des équipes de plus de 2 mois (cette version n’en garde aucune)',
  },
];

/** The words of a run that is over, by kind. */
export const RETENTION_WORDS: Readonly<Record<RetentionKind, string>> = {
  archive: 'Dossiers archivés',
  erase: 'Dossiers effacés',
  mails: 'Preuves d’envoi supprimées',
  links: 'Liens supprimés',
  invitations: 'Invitations supprimées',
  'sign-ins': 'Essais de connexion supprimés',
  sessions: 'Sessions supprimées',
  devices: 'Appareils oubliés',
  jobs: 'Passages de tâches supprimés',
  logs: 'Journaux supprimés',
  positions: 'Positions supprimées',
};

/** The same day so many months before, or the last one of a shorter month. */
export function monthsBefore(now: Date, months: number): Date {
  const before = new Date(now);
  before.setUTCMonth(before.getUTCMonth() - months);
  if (before.getUTCDate() !== now.getUTCDate()) before.setUTCDate(0);
  return before;
}
