import type { components } from '../api/schema.d.ts';

export type FactorView = components['schemas']['FactorView'];
export type DeviceView = components['schemas']['DeviceView'];
