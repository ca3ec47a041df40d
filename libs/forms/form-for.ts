import type { Specialty } from '#contracts/enums';
import { CARDIOLOGIE_FORM } from './cardiologie.form.ts';
import type { FormDefinition, MeasureDefinition, ReasonDefinition } from './definition.ts';
import { NEPHROLOGIE_FORM } from './nephrologie.form.ts';

const FORMS: Partial<Record<Specialty, FormDefinition>> = {
  cardiologie: CARDIOLOGIE_FORM,
  nephrologie: NEPHROLOGIE_FORM,
};

export function hasForm(specialty: Specialty): boolean {
  return FORMS[specialty] !== undefined;
}

/** The request form of a specialty. Throws when the specialty has none yet: ask `hasForm` first. */
export function formFor(specialty: Specialty): FormDefinition {
  const form = FORMS[specialty];
  if (!form) throw new Error(`no request form for the specialty ${specialty}`);
  return form;
}

export function reasonOf(form: FormDefinition, id: string | null): ReasonDefinition | undefined {
  return form.reasons.find((reason) => reason.id === id);
}

export function measureOf(form: FormDefinition, name: string): MeasureDefinition | undefined {
  return form.measures.find((measure) => measure.name === name);
}
