import { PscRefusal } from './refusal.ts';

/**
 * What Pro Santé Connect says of a person, read with its own names (UserInfo of the realm esante-wallet: SubjectNameID,
 * SubjectRefPro.exercices[].activities[]). Everything else is left unread.
 */
export interface PscPerson {
  /** SubjectNameID: « 8 » and the RPPS, or « 0 » and the ADELI. The only thing an account is linked by. */
  subject: string;
  /** The RPPS inside it; null for an ADELI. */
  rpps: string | null;
  exercices: PscExercice[];
}

/** One place where the person works, as he will be asked to choose it. */
export interface PscExercice {
  profession: string;
  mode: string;
  place: string;
}

/** An identity beyond this is no longer a list to choose from. */
const MOST_EXERCICES = 30;
const LONGEST_TEXT = 120;

const RPPS = /^8(\d{11})$/;
/** The first two of an ADELI are a department: Corsica has letters. */
const ADELI = /^0\d[\dAB]\d{7}$/;

/** TRE-G15 (health professions), those that ask or answer here. */
const PROFESSIONS: Record<string, string> = {
  '10': 'Médecin',
  '21': 'Pharmacien',
  '40': 'Chirurgien-dentiste',
  '50': 'Sage-femme',
  '60': 'Infirmier',
  '69': 'Infirmier psychiatrique',
  '70': 'Masseur-kinésithérapeute',
  '80': 'Pédicure-podologue',
  '86': 'Technicien de laboratoire médical',
  '91': 'Orthophoniste',
};
/** TRE-R23 (mode of practice). */
const MODES: Record<string, string> = { L: 'libéral', S: 'salarié', B: 'bénévole' };

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, MOST_EXERCICES) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, LONGEST_TEXT) : '');

/** @throws PscRefusal `identity` when there is no SubjectNameID of a professional. */
export function readClaims(userinfo: unknown): PscPerson {
  const claims = recordOf(userinfo);
  const subject = typeof claims.SubjectNameID === 'string' ? claims.SubjectNameID : '';
  const rpps = RPPS.exec(subject)?.[1] ?? null;
  if (rpps === null && !ADELI.test(subject)) throw new PscRefusal('identity');
  const exercices = listOf(recordOf(claims.SubjectRefPro).exercices).flatMap(placesOf);
  return { subject, rpps, exercices: exercices.slice(0, MOST_EXERCICES) };
}

/** An exercice without any activity is still one. */
function placesOf(value: unknown): PscExercice[] {
  const exercice = recordOf(value);
  const code = textOf(exercice.codeProfession);
  const profession = PROFESSIONS[code] ?? (code ? `Profession ${code}` : 'Professionnel de santé');
  const activities = listOf(exercice.activities).map(recordOf);
  if (activities.length === 0) return [{ profession, mode: '', place: '' }];
  return activities.map((activity) => ({
    profession,
    mode: MODES[textOf(activity.codeModeExercice)] ?? '',
    place: textOf(activity.raisonSocialeSite) || textOf(activity.enseigneCommercialeSite),
  }));
}

/** « Médecin libéral, Cabinet de Savenay » */
export const exerciceLabel = ({ profession, mode, place }: PscExercice): string =>
  [[profession, mode].filter(Boolean).join(' '), place].filter(Boolean).join(', ');

/** The level asked for; the reference reads its absence as given. */
export const ASKED_ACR = 'eidas1';

/** @throws PscRefusal `acr` when the token was given at another level than the one asked. */
export function checkAcr(acr: unknown): void {
  if (acr !== undefined && acr !== ASKED_ACR) throw new PscRefusal('acr');
}
