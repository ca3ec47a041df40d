export interface FactorView {
  id: string;
  kind: 'totp' | 'webauthn';
  label: string;
  createdAt: string;
  lastUsedAt: string | null;
}

export interface FactorsView {
  factors: FactorView[];
  recoveryCodesLeft: number;
  pscLinked: boolean;
}

/** A new application: what its owner reads or types once. */
export interface NewTotpView {
  id: string;
  secret: string;
  uri: string;
  qrSvg: string;
}

/** The ten codes are there with the first factor only, or when they were asked again. */
export interface RecoveryCodesView {
  recoveryCodes: string[] | null;
}

export interface DeviceView {
  id: string;
  label: string;
  current: boolean;
  createdAt: string;
  lastSeenAt: string;
  trustedUntil: string | null;
  sessions: number;
}
