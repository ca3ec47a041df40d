import type { BusSignal } from '#contracts';

/** How any process tells every api process that something moved. Ids only. */
export interface Bus {
  publish(signal: BusSignal): Promise<void>;
  subscribe(listener: (signal: BusSignal) => void): Promise<void>;
  close(): Promise<void>;
}

export const BUS = Symbol('Bus');
export const BUS_CHANNEL = 'guichet_bus';
