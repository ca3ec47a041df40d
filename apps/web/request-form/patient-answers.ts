import { noPatient, noPlace, type RequestAnswers } from '#forms';
import type { PatientIdentityView } from '../api/views.ts';

/** The answers once a known patient is chosen: his traits and place are copied, what was typed of the rest stays. */
export function withPatient(answers: RequestAnswers, person: PatientIdentityView): RequestAnswers {
  return {
    ...answers,
    patient: {
      patientId: person.id,
      birthName: person.birthName,
      usedName: person.usedName ?? '',
      givenNames: person.givenNames,
      sex: person.sex,
      birthDate: person.birthDate,
      birthPlaceInsee: person.birthPlaceInsee ?? '',
      phone: person.phone || answers.patient.phone,
      insMatricule: person.insMatricule ?? '',
      insOid: person.insOid ?? '',
      contactName: person.contactName || answers.patient.contactName,
      contactPhone: person.contactPhone || answers.patient.contactPhone,
      language: person.language || answers.patient.language,
    },
    place: {
      kind: person.place ?? answers.place.kind,
      communeInsee: person.communeInsee || answers.place.communeInsee,
      communeName: person.communeName || answers.place.communeName,
      address: person.address || answers.place.address,
      accessNotes: person.accessNotes || answers.place.accessNotes,
      mobility: person.mobility ?? answers.place.mobility,
    },
  };
}

/** Another person: every trait of the former one goes, place included. */
export function withoutPatient(answers: RequestAnswers): RequestAnswers {
  return { ...answers, patient: noPatient(), place: noPlace(), pregnancy: null, gestationalWeeks: null };
}
