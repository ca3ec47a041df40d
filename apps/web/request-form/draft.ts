import type { FormDefinition, RequestAnswers } from '#forms';
import { emptyAnswers } from '#forms';
import type { EmergencyAck } from '../ui/p0-banner.tsx';
import type { CallerDto } from '../api/views.ts';

export type FormMode = 'form' | 'call';
/** 0 is the caller, asked first by the desk. */
export type FormStep = 0 | 1 | 2 | 3 | 4;

/** Who asked by phone, as the desk found or typed him; `input` goes with the sending. */
export interface DraftCaller {
  input: CallerDto;
  /** « Dr Hélène Marchais, cabinet de Savenay » */
  label: string;
}

/** One request being written. Its id is made here, once: the server knows the request by it, whatever is retried. */
export interface RequestDraft {
  id: string;
  mode: FormMode;
  step: FormStep;
  answers: RequestAnswers;
  caller: DraftCaller | null;
  /** Measures whose reading was confirmed, with what was typed then: « bp » → « 12/8 ». */
  confirmedReadings: Record<string, string>;
  emergencyAct: EmergencyAck | null;
  /** Version of the copy on the server; 0 when it has none. */
  version: number;
  /** Instant of the last change, on this device. */
  changedAt: string;
}

export interface DraftDefaults {
  organisationId: string | null;
  callbackPhone: string;
  isTreatingDoctor: boolean;
}

export function newDraft(id: string, mode: FormMode, form: FormDefinition, defaults: DraftDefaults): RequestDraft {
  const answers = emptyAnswers(form);
  return {
    id,
    mode,
    step: mode === 'call' ? 0 : 1,
    answers: {
      ...answers,
      organisationId: defaults.organisationId,
      callbackPhone: defaults.callbackPhone,
      treatingDoctor: { ...answers.treatingDoctor, kind: defaults.isTreatingDoctor ? 'author' : null },
    },
    caller: null,
    confirmedReadings: {},
    emergencyAct: null,
    version: 0,
    changedAt: new Date(0).toISOString(),
  };
}

/** True as long as nothing was typed: such a draft is not worth keeping nor announcing. */
export const isUntouched = (draft: RequestDraft): boolean => draft.changedAt === new Date(0).toISOString();

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A stored answer kept where it has the shape expected; an older or broken draft loses a field, never the page. */
function healed(stored: unknown, model: unknown, key = ''): unknown {
  if (isObject(model)) {
    if (!isObject(stored)) return model;
    if (Object.keys(model).length === 0) return stored;
    return Object.fromEntries(Object.entries(model).map(([name, value]) => [name, healed(stored[name], value, name)]));
  }
  if (Array.isArray(model)) return Array.isArray(stored) ? stored : model;
  if (typeof model === 'string') return typeof stored === 'string' ? stored : model;
  if (model === null) return stored === undefined || (isObject(stored) && key !== 'externalDeadline') ? null : stored;
  return model;
}

const asRecord = (value: unknown): Record<string, string> =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {};

const isStep = (value: unknown): value is FormStep => [0, 1, 2, 3, 4].includes(Number(value));

/** What the server keeps of a draft: everything needed to go on from another device. */
export const draftContent = ({
  mode,
  answers,
  caller,
  confirmedReadings,
  emergencyAct,
  step,
  changedAt,
}: RequestDraft): Json => ({
  mode,
  answers,
  caller,
  confirmedReadings,
  emergencyAct,
  step,
  changedAt,
});

/** A draft from what the device or the server kept; null when it is not one of this form. */
export function readDraft(id: string, content: unknown, version: number, form: FormDefinition): RequestDraft | null {
  if (!isObject(content) || !isObject(content.answers)) return null;
  if (content.answers.specialty !== form.specialty) return null;
  const mode: FormMode = content.mode === 'call' ? 'call' : 'form';
  const caller = isObject(content.caller) && isObject(content.caller.input) ? content.caller : null;
  return {
    id,
    mode,
    step: isStep(content.step) ? content.step : 1,
    answers: healed(content.answers, emptyAnswers(form)) as RequestAnswers,
    caller: caller ? { input: caller.input as CallerDto, label: String(caller.label ?? '') } : null,
    confirmedReadings: asRecord(content.confirmedReadings),
    emergencyAct:
      content.emergencyAct === 'called_15' || content.emergencyAct === 'already_handled' ? content.emergencyAct : null,
    version,
    changedAt: typeof content.changedAt === 'string' ? content.changedAt : new Date(0).toISOString(),
  };
}

/** Of the copy of this device and those of the server, the one changed last; the server's version number wins. */
export function latestDraft(device: RequestDraft | null, server: readonly RequestDraft[]): RequestDraft | null {
  const all = device ? [device, ...server] : [...server];
  const latest = all.reduce<RequestDraft | null>(
    (best, draft) => (best === null || draft.changedAt > best.changedAt ? draft : best),
    null,
  );
  if (!latest) return null;
  const twin = server.find((draft) => draft.id === latest.id);
  return twin ? { ...latest, version: Math.max(latest.version, twin.version) } : latest;
}
