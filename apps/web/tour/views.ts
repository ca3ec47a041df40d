import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];
export type SheetDto = Schemas['SheetDto'];
export type MeasureDto = Schemas['SheetMeasureDto'];
export type NurseStopView = Schemas['NurseStopView'];
export type TodayView = Omit<Schemas['TodayView'], 'onCall'> & {
  /** The description of the api has two shapes of this name; the tour's carries the number to call. */
  onCall: { name: string; phone?: string | null } | null;
};
