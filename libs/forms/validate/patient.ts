import { MOBILITIES, PATIENT_PLACES, SEXES, TREATING_DOCTOR_KINDS } from '#contracts/enums';
import {
  checkCommuneInsee,
  checkInsOid,
  checkMatricule,
  checkPhone,
  checkRpps,
  INS_OIDS,
} from '#contracts/identifiers';
import { ageAt, isDay } from '../dates.ts';
import type { FieldError } from '../definition.ts';
import { checkChoice, checkIdentifier, checkPast, checkText, problem } from './checks.ts';
import type { Review } from './checks.ts';

/** Step 2: who the patient is, where, and who follows him. */
export function checkPatientAndPlace(review: Review): FieldError[] {
  return [
    ...checkTraits(review),
    ...checkIns(review),
    ...checkContacts(review),
    ...checkPlace(review),
    ...checkTreatingDoctor(review),
    ...checkCallback(review),
  ];
}

/** Letters, spaces, hyphens and apostrophes, as on an identity card. */
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}\s'’.-]*$/u;

function checkName(field: string, value: string, noun: string, isNeeded: boolean): FieldError[] {
  const errors = checkText(field, value, { max: 100, noun, ...(isNeeded && { empty: `Indiquez ${noun}.` }) });
  if (errors.length > 0 || value.trim() === '') return errors;
  return NAME.test(value.trim()) ? [] : [problem(field, 'format', `Écrivez ${noun} en lettres, sans chiffre.`)];
}

function checkTraits(review: Review): FieldError[] {
  const { patient } = review.answers;
  return [
    ...checkName('patient.birthName', patient.birthName, 'le nom de naissance', true),
    ...checkName('patient.usedName', patient.usedName, 'le nom utilisé', false),
    ...checkName('patient.givenNames', patient.givenNames, 'les prénoms', true),
    ...checkChoice('patient.sex', patient.sex, SEXES, 'Choisissez le sexe : féminin, masculin ou inconnu.'),
    ...checkBirthDate(review),
    ...(patient.birthPlaceInsee
      ? checkIdentifier('patient.birthPlaceInsee', checkCommuneInsee(patient.birthPlaceInsee))
      : []),
  ];
}

const OLDEST = 120;

function checkBirthDate(review: Review): FieldError[] {
  const { birthDate } = review.answers.patient;
  const field = 'patient.birthDate';
  if (!birthDate) return [problem(field, 'required', 'Indiquez la date de naissance.')];
  const errors = checkPast(review, field, birthDate, { future: 'La date de naissance est dans le futur.' });
  if (errors.length > 0 || !isDay(birthDate)) return errors;
  if (ageAt(birthDate, review.today).years <= OLDEST) return [];
  return [problem(field, 'range', `Vérifiez l’année de naissance : elle donne plus de ${OLDEST} ans.`)];
}

function checkIns({ answers: { patient }, data }: Review): FieldError[] {
  if (!patient.insMatricule && !patient.insOid) return [];
  if (!patient.insMatricule)
    return [problem('patient.insMatricule', 'required', 'Indiquez le matricule INS, ou laissez vide.')];
  const authority = checkInsOid(patient.insOid, data ?? guessedKind(patient.insOid));
  return [
    ...checkIdentifier('patient.insMatricule', checkMatricule(patient.insMatricule)),
    ...checkIdentifier('patient.insOid', authority),
  ];
}

/** Not told which base it is: any known authority is accepted. */
const guessedKind = (oid: string) =>
  oid.endsWith(INS_OIDS.test) || oid.endsWith(INS_OIDS.demonstration) ? 'demonstration' : 'real';

function checkContacts({ answers: { patient }, isEmergency }: Review): FieldError[] {
  const errors = [
    ...(patient.phone ? checkIdentifier('patient.phone', checkPhone(patient.phone)) : []),
    ...checkText('patient.contactName', patient.contactName, { max: 100, noun: 'le nom du proche' }),
    ...(patient.contactPhone ? checkIdentifier('patient.contactPhone', checkPhone(patient.contactPhone)) : []),
    ...checkText('patient.language', patient.language, { max: 50, noun: 'la langue' }),
  ];
  if (patient.phone || patient.contactPhone || isEmergency) return errors;
  const message = 'Indiquez le téléphone du patient, d’un proche ou de l’établissement.';
  return [problem('patient.phone', 'required', message), ...errors];
}

function checkPlace({ answers: { place }, isEmergency }: Review): FieldError[] {
  const isVisited = place.kind === 'domicile' || place.kind === 'ehpad';
  const empty = place.kind === 'ehpad' ? 'Indiquez l’établissement et son adresse.' : 'Indiquez l’adresse du domicile.';
  return [
    ...checkChoice('place.kind', place.kind, PATIENT_PLACES, 'Choisissez le lieu où se trouve le patient.'),
    ...(place.communeInsee
      ? checkIdentifier('place.communeInsee', checkCommuneInsee(place.communeInsee))
      : [problem('place.communeInsee', 'required', 'Choisissez la commune dans la liste, par son nom.')]),
    ...checkText('place.communeName', place.communeName, { max: 100, noun: 'la commune' }),
    ...checkText('place.address', place.address, { max: 200, noun: 'l’adresse', ...(isVisited && { empty }) }),
    ...checkText('place.accessNotes', place.accessNotes, { max: 300, noun: 'les accès' }),
    ...(isEmergency && place.mobility === null
      ? []
      : checkChoice('place.mobility', place.mobility, MOBILITIES, 'Choisissez comment le patient se déplace.')),
  ];
}

function checkTreatingDoctor({ answers: { treatingDoctor }, isEmergency }: Review): FieldError[] {
  const { kind, name, rpps, professionalId } = treatingDoctor;
  const message = 'Dites qui est le médecin traitant : vous, un confrère, aucun, ou ne sais pas.';
  const kindErrors =
    isEmergency && kind === null ? [] : checkChoice('treatingDoctor.kind', kind, TREATING_DOCTOR_KINDS, message);
  if (kind !== 'named') return kindErrors;
  const empty = professionalId ? undefined : 'Indiquez le nom du médecin traitant.';
  return [
    ...kindErrors,
    ...checkText('treatingDoctor.name', name, {
      max: 120,
      noun: 'le nom du médecin traitant',
      ...(empty && { empty }),
    }),
    ...(rpps ? checkIdentifier('treatingDoctor.rpps', checkRpps(rpps)) : []),
  ];
}

function checkCallback({ answers: { callbackPhone } }: Review): FieldError[] {
  if (!callbackPhone)
    return [problem('callbackPhone', 'required', 'Indiquez votre ligne directe : nous rappelons si besoin.')];
  return checkIdentifier('callbackPhone', checkPhone(callbackPhone));
}
