import type { RequestAnswers } from './answers.ts';
import { CARDIOLOGIE_FORM } from './cardiologie.form.ts';
import { emptyAnswers } from './empty-answers.ts';
import { noneOfTheseSigns } from './red-flags.ts';

/** A complete and valid cardiology request about a made-up patient, for tests and for the documentation of the API. */
export function exampleAnswers(): RequestAnswers {
  const empty = emptyAnswers(CARDIOLOGIE_FORM);
  return {
    ...empty,
    reason: 'insuffisance_cardiaque',
    redFlags: noneOfTheseSigns(CARDIOLOGIE_FORM),
    patient: {
      ...empty.patient,
      birthName: 'Le Goff',
      givenNames: 'Jeanne Marie',
      sex: 'F',
      birthDate: '1945-03-14',
      phone: '02 61 91 12 34',
    },
    place: {
      kind: 'domicile',
      communeInsee: '44195',
      communeName: 'Savenay',
      address: '12 rue du Calvaire',
      accessNotes: 'Sonner deux fois, chien gentil',
      mobility: 'aide',
    },
    treatingDoctor: { ...empty.treatingDoctor, kind: 'author' },
    callbackPhone: '06 39 98 10 20',
    onset: { at: '2026-11-14', precision: 'day', lastEpisodeAt: null },
    findings: { hf_decompensation: 'present', leg_oedema: 'present', orthopnoea_pnd: 'unknown' },
    nyha: 3,
    measures: [
      { name: 'bp', value: '12/8', unit: 'mmHg', at: null },
      { name: 'hr', value: '78', unit: '/min', at: null },
      { name: 'spo2', value: '95', unit: '%', at: null },
      { name: 'weight', value: '64,0', unit: 'kg', at: null },
      { name: 'weight_delta', value: '+3', unit: 'kg', at: null },
      { name: 'nt_probnp', value: '3120', unit: 'ng/L', at: '2026-11-19' },
    ],
    ecg: { status: 'normal', at: '2026-11-20', comment: '' },
    history: [{ id: 'heart_failure', detail: '', year: 2021 }],
    historyStatus: 'listed',
    medications: 'Furosémide 40 mg le matin\nBisoprolol 2,5 mg',
    medicationsStatus: 'listed',
    wishedModality: 'mobile_visit',
    question: 'Faut-il majorer le furosémide, et peut-on la voir à domicile ?',
    declaredClass: 'P2',
    consent: { informed: true, mode: 'oral' },
  };
}
