import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];
export type AccessLine = Schemas['AccessLineView'];
export type AccessListView = Schemas['AccessListView'];
export type PatientSpaceView = Schemas['PatientSpaceView'];
