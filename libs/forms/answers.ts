import type {
  FindingState,
  Mobility,
  Modality,
  PatientPlace,
  PriorityClass,
  Sex,
  Specialty,
  TreatingDoctorKind,
} from '#contracts/enums';

/**
 * The answers of one request: the one shape shared by the draft, the body of the sending and the sealed column.
 * Plain JSON. Text not typed is `''`, a choice not made is `null`, a sign not answered has no key.
 * Dates are `YYYY-MM-DD`, instants are ISO 8601 with an offset or `Z`.
 */
export interface RequestAnswers {
  specialty: Specialty;

  // Step 1: reason and red flags
  /** Id of a reason of the form. */
  reason: string | null;
  /** Said in words when the reason is `autre`, 3–200 characters. */
  reasonOther: string;
  /** Red flags of the form, by finding id of the protocol dictionary. All are answered before sending. */
  redFlags: Record<string, FindingState>;

  // Step 2: patient and place
  patient: PatientAnswers;
  place: PlaceAnswers;
  treatingDoctor: TreatingDoctorAnswers;
  /** The organisation the requester writes for. */
  organisationId: string | null;
  /** Direct line to call the requester back, French number. */
  callbackPhone: string;

  // Step 3: findings, measures, wish and question
  onset: OnsetAnswers;
  /** Signs and situations, by finding id of the protocol dictionary. */
  findings: Record<string, FindingState>;
  /** New York Heart Association class, 1–4. */
  nyha: number | null;
  measures: MeasureAnswer[];
  /** Names of the required measures said « Non mesuré ». */
  unmeasured: string[];
  ecg: EcgAnswers;
  /** Past events, dated, apart from the present signs. */
  history: HistoryAnswer[];
  historyStatus: ListStatus | null;
  /** One treatment a line, ≤ 4,000 characters. */
  medications: string;
  medicationsStatus: ListStatus | null;
  /** ≤ 500 characters. */
  allergies: string;
  /** Asked of women from 12 to 55 years. */
  pregnancy: FindingState | null;
  /** Weeks of amenorrhoea, 4–42. */
  gestationalWeeks: number | null;
  /** A date that bounds the answer. */
  externalDeadline: ExternalDeadline | null;
  wishedModality: Modality | null;
  /** 10–2,000 characters. */
  question: string;
  /** How urgent the requester feels it. */
  declaredClass: PriorityClass | null;
  /** The day the requester hopes for. */
  requestedBy: string | null;
  consent: ConsentAnswers;
}

export interface PatientAnswers {
  /** A patient already known to the requester's organisation; the traits below are then a copy. */
  patientId: string | null;
  birthName: string;
  /** Name used in life when it differs. */
  usedName: string;
  /** All given names, the first one first, separated by spaces. */
  givenNames: string;
  sex: Sex | null;
  birthDate: string | null;
  /** INSEE code of the commune of birth, or 99xxx for a country; optional. */
  birthPlaceInsee: string;
  phone: string;
  /** INS matricule with its key, 15 characters; `''` when unknown. */
  insMatricule: string;
  /** OID of the INS; `''` when there is no matricule. */
  insOid: string;
  /** A relative or carer to call instead of the patient. */
  contactName: string;
  contactPhone: string;
  /** Language spoken when it is not French. */
  language: string;
}

export interface PlaceAnswers {
  kind: PatientPlace | null;
  /** INSEE code of the commune where the patient is. */
  communeInsee: string;
  communeName: string;
  /** Street, or name of the establishment, ≤ 200 characters. */
  address: string;
  /** Door code, floor, dog, key box, ≤ 300 characters. */
  accessNotes: string;
  mobility: Mobility | null;
}

export interface TreatingDoctorAnswers {
  kind: TreatingDoctorKind | null;
  /** Asked when the kind is `named`. */
  name: string;
  rpps: string;
  professionalId: string | null;
}

export const ONSET_PRECISIONS = ['hour', 'day', 'month', 'unknown'] as const;
export type OnsetPrecision = (typeof ONSET_PRECISIONS)[number];

export interface OnsetAnswers {
  /** Date or instant of the first sign; never in the future. */
  at: string | null;
  precision: OnsetPrecision | null;
  /** Date or instant of the last episode; never in the future, never before `at`. */
  lastEpisodeAt: string | null;
}

/** A measure as it was typed (`'138/76'`, `'12/8'`, `'72,5'`): `parseMeasure` reads it, `readings` gives the numbers. */
export interface MeasureAnswer {
  /** Name of a measure of the form; blood pressure is the single name `bp`. */
  name: string;
  /** As typed, 1–20 characters. */
  value: string;
  /** One of the units of the measure; `''` for a measure without unit. */
  unit: string;
  /** Day of the measure, today when null. */
  at: string | null;
}

export const ECG_STATUSES = ['normal', 'abnormal', 'not_interpreted', 'not_done'] as const;
export type EcgStatus = (typeof ECG_STATUSES)[number];

export interface EcgAnswers {
  status: EcgStatus | null;
  at: string | null;
  /** What the requester reads on it, ≤ 500 characters. */
  comment: string;
}

/** What an empty list means: nothing, or nobody knows. */
export const LIST_STATUSES = ['listed', 'none', 'unknown'] as const;
export type ListStatus = (typeof LIST_STATUSES)[number];

export interface HistoryAnswer {
  /** Id of a history option of the form, or `autre`. */
  id: string;
  /** Precision in words, ≤ 200 characters. */
  detail: string;
  /** Year of the event, 1900 to this year. */
  year: number | null;
}

export const DEADLINE_KINDS = ['surgery', 'treatment', 'discharge', 'other'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export interface ExternalDeadline {
  date: string;
  kind: DeadlineKind;
}

export const CONSENT_MODES = ['oral', 'written', 'relative', 'impossible'] as const;
export type ConsentMode = (typeof CONSENT_MODES)[number];

export interface ConsentAnswers {
  /** The patient, or the person who represents him, has been informed and agrees. */
  informed: boolean | null;
  /** How; `impossible` when the state of the patient forbids it. */
  mode: ConsentMode | null;
}
