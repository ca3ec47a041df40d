import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { BUS, Clock, Database, uuidv7 } from '#platform';
import type { Bus } from '#platform';
import { SessionRow } from './account.entity.ts';
import type { Principal, SessionStage, SignInMethod } from './principal.ts';
import { Principals } from './principals.service.ts';
import { FIND_BY_ID, FIND_BY_TOKEN, type SessionFound } from './session-found.ts';
import { ABSOLUTE_HOURS, IDLE_LOCK_SECONDS, PENDING_MINUTES, TOUCH_SECONDS } from './session-times.ts';
import { hashOf, newToken } from './tokens.ts';

export interface NewSession {
  accountId: string;
  stage: SessionStage;
  method: SignInMethod;
  agent: string;
  deviceId: string | null;
  factorAt: Date | null;
  sealed?: Buffer | null;
}

export interface SessionToken {
  sessionId: string;
  token: string;
  expiresAt: Date;
}

/** The life of a session: born, opened, renewed, locked, ended. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly principals: Principals,
    @Inject(BUS) private readonly bus: Bus,
  ) {}

  /** @throws session.required or session.locked. A locked session keeps its screen: only a proof is asked again. */
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
    return this.principals.of(session);
  }

  /** For a socket that is open already: locked or not, whose it is today. @throws session.required once it has ended. */
  async principalOf(sessionId: string): Promise<Principal> {
    return this.principals.of(await this.one(FIND_BY_ID, sessionId));
  }

  /** Locked or not, at any stage. @throws session.required */
  find(token: string | undefined): Promise<SessionFound> {
    if (!token) throw sessionRequired();
    return this.one(FIND_BY_TOKEN, hashOf(token));
  }

  /** Until it is open a session lives a few minutes. */
  async create(session: NewSession): Promise<SessionToken> {
    const now = this.clock.now();
    const token = newToken();
    const expiresAt = this.endOf(session.stage, now);
    const id = uuidv7(now);
    const row: SessionRow = {
      id,
      tokenHash: hashOf(token),
      ...session,
      agent: session.agent.slice(0, 200),
      challenge: null,
      sealed: session.sealed ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
    };
    await this.database.global(async (manager) => {
      // Those that are over say nothing to anybody.
      await manager.query('delete from session where account_id = $1 and expires_at <= $2', [row.accountId, now]);
      await manager.insert(SessionRow, row);
    });
    return { sessionId: id, token, expiresAt };
  }

  /** A stage further, under another token: the one that was known before is dead. */
  async advance(
    token: string,
    change: { stage: SessionStage; deviceId: string | null; factorShown: boolean },
  ): Promise<SessionToken> {
    const now = this.clock.now();
    const expiresAt = this.endOf(change.stage, now);
    const values = [change.stage, change.deviceId, change.factorShown ? now : null, expiresAt, now];
    return this.renew(
      token,
      'stage = $3, device_id = $4, factor_at = $5, expires_at = $6, last_seen_at = $7, challenge = null',
      values,
    );
  }

  /** The second factor was shown again in an open session. */
  stepUp(token: string): Promise<SessionToken> {
    const now = this.clock.now();
    return this.renew(token, 'factor_at = $3, last_seen_at = $3, challenge = null', [now]);
  }

  private async renew(token: string, changes: string, values: unknown[]): Promise<SessionToken> {
    const fresh = newToken();
    const [row]: { id: string; expiresAt: Date }[] = await this.database.global((manager) =>
      manager.query(
        `with renewed as (
           update session set token_hash = $2, ${changes} where token_hash = $1 returning id, expires_at
         ) select id, expires_at as "expiresAt" from renewed`,
        [hashOf(token), hashOf(fresh), ...values],
      ),
    );
    if (!row) throw sessionRequired();
    return { sessionId: row.id, token: fresh, expiresAt: row.expiresAt };
  }

  /** The screen locked itself: a reload must find the session locked too. */
  async lock(sessionId: string): Promise<void> {
    const lastSeenAt = new Date(this.clock.now().getTime() - (IDLE_LOCK_SECONDS + 1) * 1000);
    await this.database.global((manager) => manager.update(SessionRow, { id: sessionId }, { lastSeenAt }));
  }

  /** A lock is lifted. */
  async resume(id: string, factorShown: boolean): Promise<void> {
    const now = this.clock.now();
    const change = { lastSeenAt: now, challenge: null, ...(factorShown ? { factorAt: now } : {}) };
    await this.database.global((manager) => manager.update(SessionRow, { id }, change));
  }

  private touch(id: string): Promise<unknown> {
    return this.database.global((manager) => manager.update(SessionRow, { id }, { lastSeenAt: this.clock.now() }));
  }

  /** Ends the session and cuts its sockets, whichever api holds them. */
  async signOut(token: string): Promise<void> {
    await this.end('token_hash = $1', [hashOf(token)]);
  }

  /** Ends every session of an account, but one perhaps, and cuts their sockets. @returns how many. */
  endAllOf(accountId: string, exceptSessionId: string | null = null): Promise<number> {
    return this.end('account_id = $1 and id is distinct from $2', [accountId, exceptSessionId]);
  }

  endOfDevice(accountId: string, deviceId: string): Promise<number> {
    return this.end('account_id = $1 and device_id = $2', [accountId, deviceId]);
  }

  private async end(which: string, values: unknown[]): Promise<number> {
    const ended: { id: string }[] = await this.database.global((manager) =>
      manager.query(`with ended as (delete from session where ${which} returning id) select id from ended`, values),
    );
    for (const { id } of ended)
      await this.bus.publish({ tenant: '', room: `session:${id}`, kind: 'session.revoked', id });
    return ended.length;
  }

  private endOf(stage: SessionStage, from: Date): Date {
    return new Date(from.getTime() + (stage === 'open' ? ABSOLUTE_HOURS * 60 : PENDING_MINUTES) * 60_000);
  }

  private async one(sql: string, key: string | Buffer): Promise<SessionFound> {
    const [session]: SessionFound[] = await this.database.global((manager) =>
      manager.query(sql, [key, this.clock.now()]),
    );
    if (!session) throw sessionRequired();
    return session;
  }
}

const sessionRequired = () => new DomainError('session.required', 'Connectez-vous pour continuer.');
