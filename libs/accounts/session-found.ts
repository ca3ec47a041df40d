import type { SessionStage, SignInMethod } from './principal.ts';

/** A live session of an account that is not disabled. */
export interface SessionFound {
  id: string;
  accountId: string;
  stage: SessionStage;
  method: SignInMethod;
  factorAt: Date | null;
  deviceId: string | null;
  challenge: string | null;
  sealed: Buffer | null;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  professionalId: string | null;
  email: string;
  displayName: string | null;
  hasPassword: boolean;
  platformAdmin: boolean;
}

const FOUND = `
  select s.id, s.account_id as "accountId", s.stage, s.method, s.factor_at as "factorAt", s.device_id as "deviceId",
         s.challenge, s.sealed, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt",
         a.professional_id as "professionalId", a.email, a.password_hash is not null as "hasPassword",
         a.platform_admin as "platformAdmin",
         trim(p.civility || ' ' || p.given_name || ' ' || p.family_name) as "displayName"
    from session s
    join account a on a.id = s.account_id and a.disabled_at is null
    left join professional p on p.id = a.professional_id
   where s.expires_at > $2 and `;

export const FIND_BY_TOKEN = `${FOUND} s.token_hash = $1`;
export const FIND_BY_ID = `${FOUND} s.id = $1`;
