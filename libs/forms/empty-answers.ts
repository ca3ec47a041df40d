import type { RequestAnswers } from './answers.ts';
import type { FormDefinition } from './definition.ts';

/** A new request of this form: nothing typed, nothing chosen. */
export function emptyAnswers(form: FormDefinition): RequestAnswers {
  return {
    specialty: form.specialty,
    reason: null,
    reasonOther: '',
    redFlags: {},
    patient: noPatient(),
    place: noPlace(),
    treatingDoctor: { kind: null, name: '', rpps: '', professionalId: null },
    organisationId: null,
    callbackPhone: '',
    onset: { at: null, precision: null, lastEpisodeAt: null },
    findings: {},
    nyha: null,
    measures: [],
    unmeasured: [],
    ecg: { status: null, at: null, comment: '' },
    history: [],
    historyStatus: null,
    medications: '',
    medicationsStatus: null,
    allergies: '',
    pregnancy: null,
    gestationalWeeks: null,
    externalDeadline: null,
    wishedModality: null,
    question: '',
    declaredClass: null,
    requestedBy: null,
    consent: { informed: null, mode: null },
  };
}

/** Nobody chosen, no trait typed. */
export function noPatient(): RequestAnswers['patient'] {
  return {
    patientId: null,
    birthName: '',
    usedName: '',
    givenNames: '',
    sex: null,
    birthDate: null,
    birthPlaceInsee: '',
    phone: '',
    insMatricule: '',
    insOid: '',
    contactName: '',
    contactPhone: '',
    language: '',
  };
}

/** Nowhere yet. */
export function noPlace(): RequestAnswers['place'] {
  return { kind: null, communeInsee: '', communeName: '', address: '', accessNotes: '', mobility: null };
}
