import { timingSafeEqual } from 'node:crypto';
import { generateSecret, generateSync, generateURI } from 'otplib';
import { renderSVG } from 'uqr';

/** RFC 6238 with what every application knows: SHA-1, six digits, thirty seconds. */
export const STEP_SECONDS = 30;
/** A clock that is late or early by one step is heard. */
const WINDOW_STEPS = 1;

/** 160 bits, as RFC 4226 recommends; base32. */
export const newTotpSecret = (): string => generateSecret({ length: 20 });

export const stepOf = (at: Date): number => Math.floor(at.getTime() / 1000 / STEP_SECONDS);

export const totpAt = (secret: string, step: number): string => generateSync({ secret, epoch: step * STEP_SECONDS });

/** @returns the step whose code this is, around now; null when it is none of them. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const given = Buffer.from(code.replace(/\s/g, ''));
  const current = stepOf(now);
  for (let step = current - WINDOW_STEPS; step <= current + WINDOW_STEPS; step += 1) {
    const expected = Buffer.from(totpAt(secret, step));
    if (given.length === expected.length && timingSafeEqual(given, expected)) return step;
  }
  return null;
}

export interface TotpInvitation {
  uri: string;
  qrSvg: string;
}

/** What the application of the telephone reads. */
export function invitationOf(secret: string, account: string, issuer: string): TotpInvitation {
  const uri = generateURI({ secret, label: account, issuer });
  return { uri, qrSvg: renderSVG(uri, { border: 2 }) };
}

/** The demonstration's own factor, beside those its visitor adds. */
export const DEMONSTRATION_FACTOR = 'Démonstration';

export interface ShownCode {
  code: string;
  /** Until another one is shown. */
  secondsLeft: number;
}

/** A code to type now: the current one, or the next when the current one has served. */
export function codeToShow(secret: string, lastStep: number | undefined, now: Date): ShownCode {
  const step = Math.max(stepOf(now), (lastStep ?? 0) + 1);
  const code = totpAt(secret, step);
  return { code, secondsLeft: (step + 1) * STEP_SECONDS - Math.floor(now.getTime() / 1000) };
}
