import type { Specialty } from '#contracts/enums';

/** A form is data: the browser draws it, the browser and the server validate with it. Every text is French. */
export interface FormDefinition {
  specialty: Specialty;
  version: string;
  title: string;
  steps: StepDefinition[];
  reasons: ReasonDefinition[];
  redFlags: RedFlagDefinition[];
  /** Every sign that a reason may ask, by id of the protocol dictionary. */
  findings: Record<string, FindingDefinition>;
  /** Every measure that may be typed, in the order of the screen. */
  measures: MeasureDefinition[];
  /** Past events that can be ticked; `autre` takes words. */
  history: HistoryOption[];
  /** The state of the ECG is asked. */
  asksEcg: boolean;
  /** Signs read on the ECG, asked when it is not normal. */
  ecgFindings: string[];
  /** Words of the one act that answers every red flag. */
  noneOfTheseLabel: string;
}

export type StepNumber = 1 | 2 | 3 | 4;

export interface StepDefinition {
  number: StepNumber;
  title: string;
  lead: string;
}

export interface ReasonDefinition {
  id: string;
  label: string;
  /** On queue cards, before the situation: « Insuffisance cardiaque ». */
  short: string;
  /** The reason is a symptom: its start is asked. */
  isSymptom: boolean;
  /** Ticked, not asked one by one: what best describes the case. One at least when the list is not empty. */
  situations: string[];
  /** Asked in three states. */
  findings: string[];
  /** Among `findings`: an answer is needed, « Ne sais pas » is one. */
  requiredFindings: string[];
  /** Drawn first for this reason; the others stay one gesture away. */
  measures: string[];
  /** A value or « Non mesuré » is needed. */
  requiredMeasures: string[];
  asksNyha: boolean;
  /** What speeds the answer when joined. */
  documents: string[];
}

export interface RedFlagDefinition {
  /** Finding id of the protocol dictionary. */
  id: string;
  label: string;
  hint: string;
  /** Present alone, it is a vital emergency: the page says « Appelez le 15 ». */
  isVital: boolean;
  /** Words of the banner: « … : n’attendez pas la réponse de l’équipe. » */
  banner: string;
}

export interface FindingDefinition {
  label: string;
  hint?: string;
}

export interface MeasureDefinition {
  /** Name of the protocol measurements; `bp` is the pair systolic/diastolic. */
  name: string;
  label: string;
  /** With its article, for sentences: « une fréquence cardiaque ». */
  noun: string;
  /** Short label, for cards: « FC ». */
  short: string;
  kind: 'number' | 'pressure';
  /** First unit: the default and the one of `min` and `max`. */
  units: MeasureUnit[];
  defaultUnit: string;
  /** Plausible bounds, included, in the default unit: outside, the value is refused. Not normal values. */
  min: number;
  max: number;
  /** Decimals shown; up to three may be typed. */
  decimals: number;
  /** Kept for the reader, unknown to the rules. */
  contextOnly?: boolean;
  placeholder: string;
  hint?: string;
}

export interface MeasureUnit {
  id: string;
  label: string;
  /** value in the default unit = value × factor. */
  factor: number;
  /** The protocol engine converts it itself and says so; otherwise the form converts before asking. */
  knownToProtocol: boolean;
}

export interface HistoryOption {
  id: string;
  label: string;
  /** A lasting condition, that the rules may read as present. */
  finding?: string;
}

export interface FieldError {
  /** Path in the answers: `patient.birthDate`, `redFlags.syncope_recent`, `measures.hr`. */
  field: string;
  /** Stable: `required`, `too_short`, `too_long`, `format`, `range`, `future`, `order`, `unknown_value`… */
  code: string;
  /** French, says what to do. */
  message: string;
}
