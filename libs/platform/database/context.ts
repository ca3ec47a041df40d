import type { EntityManager } from 'typeorm';
import type { BusSignal } from '#contracts';

/** On whose behalf, and in which ESS, a transaction runs. `userId` is a professional; null is the worker. */
export interface Ctx {
  tenantId: string;
  userId: string | null;
}

/** An open transaction: the only handle services get on the database. */
export interface Tx {
  readonly ctx: Ctx;
  readonly manager: EntityManager;
  /** Signals leave after commit, never on rollback. */
  readonly signals: BusSignal[];
  /** Set when a delivery was written: the relay is woken after commit. */
  wakesRelay: boolean;
}
