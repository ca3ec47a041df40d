import type { FactorKind } from './factor.entity.ts';

export class FactorView {
  id: string;
  kind: FactorKind;
  label: string;
  createdAt: string;
  lastUsedAt: string | null;
}

export class FactorsView {
  factors: FactorView[];
  recoveryCodesLeft: number;
  /** Whether Pro Santé Connect already knows this account. */
  pscLinked: boolean;
}

export class NewTotpView {
  id: string;
  /** To type by hand when the picture cannot be read. */
  secret: string;
  uri: string;
  qrSvg: string;
}

/** Shown once, kept nowhere in clear. */
export class RecoveryCodesView {
  recoveryCodes: string[];
}

/** Null: the account had codes already. */
export class FactorAddedView {
  recoveryCodes: string[] | null;
}

export class DeviceView {
  id: string;
  label: string;
  /** The one that asks. */
  current: boolean;
  createdAt: string;
  lastSeenAt: string;
  trustedUntil: string | null;
  /** How many are open there now. */
  sessions: number;
}

export class SignedOutView {
  /** Where Pro Santé Connect ends its own session; null when there is none. */
  redirect: string | null;
}
