import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import type { MemberRole, RequesterRole, Specialty } from '#contracts/enums';
import { Audit, BUS, Clock, Database, uuidv7 } from '#platform';
import type { Bus } from '#platform';
import { AccountRow, SessionRow } from './account.entity.ts';
import { decoyHash, verifyPassword } from './passwords.ts';
import type { Membership, OwnFile, Principal } from './principal.ts';
import { ABSOLUTE_HOURS, IDLE_LOCK_SECONDS, TOUCH_SECONDS } from './session-times.ts';

/** Guesses allowed for one address in the window; then a wait, never a lock of the owner. */
const GUESSES = 10;
const GUESS_WINDOW_MINUTES = 15;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
const badCredentials = () =>
  new DomainError('session.bad-credentials', 'Adresse ou mot de passe incorrect. Vérifiez-les, puis recommencez.');

interface SessionFound extends SessionRow {
  professionalId: string | null;
  email: string;
  displayName: string | null;
  hasPassword: boolean;
  platformAdmin: boolean;
}

@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    @Inject(BUS) private readonly bus: Bus,
  ) {}

  /** @returns the token for the cookie. The same answer, in the same time, for an unknown address and a wrong password. */
  async signIn(email: string, password: string, address: string): Promise<{ token: string; expiresAt: Date }> {
    const now = this.clock.now();
    const login = email.trim().toLowerCase();
    await this.refuseTooManyGuesses(login, now);
    const account = await this.database.global((manager) => manager.findOneBy(AccountRow, { email: login }));
    const matches = await verifyPassword(account?.passwordHash ?? (await decoyHash), password);
    if (!account?.passwordHash || !matches || account.disabledAt) {
      await this.noteGuess(login, address, now);
      throw badCredentials();
    }
    return this.open(account, now);
  }

  private async open(account: AccountRow, now: Date): Promise<{ token: string; expiresAt: Date }> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000);
    const id = uuidv7(now);
    const row: SessionRow = {
      id,
      tokenHash: hashOf(token),
      accountId: account.id,
      stage: 'open',
      method: 'password',
      factorAt: now,
      deviceId: null,
      agent: '',
      challenge: null,
      sealed: null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
    };
    await this.database.global((manager) => manager.insert(SessionRow, row));
    const userId = account.professionalId ?? account.id;
    for (const { tenantId } of account.professionalId ? await this.memberships(account.professionalId) : []) {
      await this.database.tx({ tenantId, userId }, (tx) =>
        this.audit.line(tx, { action: 'session.opened', resource: 'session', resourceId: id, reason: 'mot de passe' }),
      );
    }
    return { token, expiresAt };
  }

  /** Ends the session and cuts its sockets, whichever api holds them. */
  async signOut(token: string): Promise<void> {
    const ended: { id: string }[] = await this.database.global(async (manager) => {
      const rows = await manager.findBy(SessionRow, { tokenHash: hashOf(token) });
      await manager.delete(SessionRow, { tokenHash: hashOf(token) });
      return rows;
    });
    for (const { id } of ended)
      await this.bus.publish({ tenant: '', room: `session:${id}`, kind: 'session.revoked', id });
  }

  /** Ends every session of an account, but one perhaps, and cuts their sockets. @returns how many. */
  async endAllOf(accountId: string, exceptSessionId: string | null = null): Promise<number> {
    const ended: { id: string }[] = await this.database.global((manager) =>
      manager.query(
        `with ended as (delete from session where account_id = $1 and id is distinct from $2 returning id)
         select id from ended`,
        [accountId, exceptSessionId],
      ),
    );
    for (const { id } of ended)
      await this.bus.publish({ tenant: '', room: `session:${id}`, kind: 'session.revoked', id });
    return ended.length;
  }

  /** The screen locked itself: a reload must find the session locked too. */
  async lock(sessionId: string): Promise<void> {
    const lastSeenAt = new Date(this.clock.now().getTime() - (IDLE_LOCK_SECONDS + 1) * 1000);
    await this.database.global((manager) => manager.update(SessionRow, { id: sessionId }, { lastSeenAt }));
  }

  /** @throws session.required or session.locked. A locked session keeps its screen: only the password is asked again. */
  async principal(token: string | undefined, touch = true): Promise<Principal> {
    const session = await this.find(token);
    const idleSeconds = (this.clock.now().getTime() - session.lastSeenAt.getTime()) / 1000;
    if (idleSeconds > IDLE_LOCK_SECONDS) {
      throw new DomainError(
        'session.locked',
        'Session verrouillée après 30 minutes sans activité. Saisissez votre mot de passe pour reprendre.',
      );
    }
    if (touch && idleSeconds > TOUCH_SECONDS) await this.touch(session.id);
    return this.principalOf(session);
  }

  async unlock(token: string | undefined, password: string, address: string): Promise<Principal> {
    const now = this.clock.now();
    const session = await this.find(token);
    await this.refuseTooManyGuesses(session.email, now);
    const account = await this.database.global((manager) => manager.findOneBy(AccountRow, { id: session.accountId }));
    if (
      !account ||
      account.disabledAt ||
      !(await verifyPassword(account.passwordHash ?? (await decoyHash), password))
    ) {
      await this.noteGuess(session.email, address, now);
      throw badCredentials();
    }
    await this.touch(session.id);
    return this.principalOf(session);
  }

  private async principalOf(session: SessionFound): Promise<Principal> {
    const { id: sessionId, accountId, professionalId, email, stage, method, factorAt, deviceId } = session;
    return {
      kind: professionalId ? 'professional' : 'patient',
      sessionId,
      accountId,
      professionalId: professionalId ?? accountId,
      displayName: session.displayName ?? email,
      email,
      stage,
      method,
      factorAt,
      deviceId,
      hasPassword: session.hasPassword,
      platformAdmin: session.platformAdmin,
      memberships: professionalId ? await this.memberships(professionalId) : [],
      patients: professionalId ? [] : await this.ownFiles(accountId),
    };
  }

  private ownFiles(accountId: string): Promise<OwnFile[]> {
    return this.database.global((manager) => manager.query(OWN_FILES, [accountId]), accountId);
  }

  private async find(token: string | undefined): Promise<SessionFound> {
    const required = new DomainError('session.required', 'Connectez-vous pour continuer.');
    if (!token) throw required;
    const rows: SessionFound[] = await this.database.global((manager) =>
      manager.query(FIND_SESSION, [hashOf(token), this.clock.now()]),
    );
    const session = rows[0];
    if (!session) throw required;
    return session;
  }

  private touch(id: string): Promise<unknown> {
    return this.database.global((manager) => manager.update(SessionRow, { id }, { lastSeenAt: this.clock.now() }));
  }

  private async memberships(professionalId: string): Promise<Membership[]> {
    const rows: MembershipFound[] = await this.database.global(
      (manager) => manager.query(MEMBERSHIPS, [professionalId, this.clock.now()]),
      professionalId,
    );
    const byTenant = new Map<string, Membership>();
    for (const row of rows) {
      const membership = byTenant.get(row.tenantId) ?? {
        tenantId: row.tenantId,
        ess: { slug: row.slug, name: row.essName, specialty: row.specialty },
        roles: [],
        requesterRole: null,
        organisations: [],
        delegateOf: null,
      };
      if (!membership.roles.includes(row.role)) membership.roles.push(row.role);
      membership.requesterRole ??= row.requesterRole;
      membership.delegateOf ??= row.delegateOf;
      if (row.organisation) membership.organisations.push(row.organisation);
      byTenant.set(row.tenantId, membership);
    }
    return [...byTenant.values()];
  }

  private async refuseTooManyGuesses(email: string, now: Date): Promise<void> {
    const since = new Date(now.getTime() - GUESS_WINDOW_MINUTES * 60_000);
    const rows: { count: string }[] = await this.database.global((manager) =>
      manager.query('select count(*) from sign_in_attempt where email = $1 and at > $2', [email, since]),
    );
    if (Number(rows[0]?.count ?? 0) < GUESSES) return;
    throw new DomainError(
      'too-many-requests',
      `Trop d’essais pour cette adresse. Recommencez dans ${GUESS_WINDOW_MINUTES}\u00a0minutes.`,
    );
  }

  private noteGuess(email: string, address: string, at: Date): Promise<unknown> {
    return this.database.global((manager) =>
      manager.query('insert into sign_in_attempt (id, email, address, at) values ($1, $2, $3, $4)', [
        uuidv7(at),
        email,
        address,
        at,
      ]),
    );
  }
}

interface MembershipFound {
  tenantId: string;
  slug: string;
  essName: string;
  specialty: Specialty;
  role: MemberRole;
  requesterRole: RequesterRole | null;
  delegateOf: string | null;
  organisation: Membership['organisations'][number] | null;
}

const FIND_SESSION = `
  select s.id, s.token_hash as "tokenHash", s.account_id as "accountId", s.created_at as "createdAt",
         s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", s.stage, s.method, s.factor_at as "factorAt",
         s.device_id as "deviceId", a.professional_id as "professionalId", a.email,
         a.password_hash is not null as "hasPassword", a.platform_admin as "platformAdmin",
         trim(p.civility || ' ' || p.given_name || ' ' || p.family_name) as "displayName"
    from session s
    join account a on a.id = s.account_id and a.disabled_at is null
    left join professional p on p.id = a.professional_id
   where s.token_hash = $1 and s.expires_at > $2`;

const MEMBERSHIPS = `
  select m.tenant_id as "tenantId", e.slug, e.name as "essName", e.specialty, m.role, m.requester_role as "requesterRole",
         m.delegate_of as "delegateOf",
         case when o.id is null then null else json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) end as organisation
    from membership m
    join ess e on e.id = m.tenant_id
    left join organisation o on o.id = m.organisation_id
   where m.professional_id = $1 and m.suspended_at is null and m.ended_at is null
     and m.starts_on <= ($2::timestamptz at time zone e.timezone)::date
     and (m.ends_on is null or m.ends_on >= ($2::timestamptz at time zone e.timezone)::date)
   order by e.name, m.starts_on, m.id`;

const OWN_FILES = `
  select l.tenant_id as "tenantId", json_build_object('slug', e.slug, 'name', e.name) as ess, l.patient_id as "patientId"
    from patient_account l join ess e on e.id = l.tenant_id
   where l.account_id = $1 and l.ended_at is null
   order by e.name`;
