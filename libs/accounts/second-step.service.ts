import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { DomainError } from '#contracts';
import { Database } from '#platform';
import { AccountJournal } from './account-journal.service.ts';
import { AccountRow } from './account.entity.ts';
import { Factors } from './factors.service.ts';
import { Guesses } from './guesses.service.ts';
import { KeyFactors } from './key-factors.service.ts';
import { decoyHash, verifyPassword } from './passwords.ts';
import type { Principal } from './principal.ts';
import { Principals } from './principals.service.ts';
import type { SessionFound } from './session-found.ts';
import { Sessions } from './sessions.service.ts';
import { badCredentials, SignIn } from './sign-in.service.ts';
import { TotpFactors } from './totp-factors.service.ts';
import type { Started, Visit } from './visit.ts';

const badCode = () =>
  new DomainError(
    'session.bad-code',
    'Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant, puis recommencez.',
  );

/** Second step: shows the factor on the way in, and again in an open session when an act asks for it. */
@Injectable()
export class SecondStep {
  constructor(
    private readonly database: Database,
    private readonly guesses: Guesses,
    private readonly sessions: Sessions,
    private readonly principals: Principals,
    private readonly signIn: SignIn,
    private readonly factors: Factors,
    private readonly totp: TotpFactors,
    private readonly keys: KeyFactors,
    private readonly journal: AccountJournal,
  ) {}

  async byTotp(principal: Principal, visit: Visit, code: string, trust: boolean): Promise<Started> {
    const shown = await this.guess(principal, visit, async () =>
      this.totp.check(await this.factors.confirmed(principal.accountId), code),
    );
    return this.pass(principal, visit, shown, { how: 'code', trust });
  }

  async byRecovery(principal: Principal, visit: Visit, code: string): Promise<Started> {
    const shown = await this.guess(principal, visit, async () =>
      (await this.factors.useCode(principal.accountId, code)) ? code : null,
    );
    return this.pass(principal, visit, shown, { how: 'code de secours', trust: false });
  }

  keyOptions(principal: Principal): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.keys.requestOptions(principal, false);
  }

  async byKey(principal: Principal, visit: Visit, response: unknown, trust: boolean): Promise<Started> {
    const shown = await this.guess(principal, visit, () => this.keys.check(principal, response, false));
    return this.pass(principal, visit, shown, { how: 'clé', trust });
  }

  /** A first factor was just set up: its code or its key was the proof. */
  passEnrolled(principal: Principal, visit: Visit): Promise<Started> {
    return this.pass(principal, visit, principal.accountId, { how: 'premier second facteur', trust: false });
  }

  /** After the idle lock: the screen stays as it is, only the password is asked again. */
  async unlock(visit: Visit, password: string): Promise<Principal> {
    const session = await this.openSession(visit);
    const proved = await this.guesses.attempt('password', this.guesser(session, visit), async () => {
      const account = await this.database.global((manager) => manager.findOneBy(AccountRow, { id: session.accountId }));
      const matches = await verifyPassword(account?.passwordHash ?? (await decoyHash), password);
      return account?.passwordHash && matches ? account : null;
    });
    if (!proved) throw badCredentials();
    // Whoever has a password alone shows all he has.
    const alone = (await this.factors.ways(session.accountId)).length === 0;
    return this.resume(visit, session, alone);
  }

  async unlockOptions(visit: Visit): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const session = await this.openSession(visit);
    return this.keys.requestOptions({ accountId: session.accountId, sessionId: session.id }, true);
  }

  async unlockByKey(visit: Visit, response: unknown): Promise<Principal> {
    const session = await this.openSession(visit);
    const who = { accountId: session.accountId, sessionId: session.id };
    const shown = await this.guesses.attempt('factor', this.guesser(session, visit), () =>
      this.keys.check(who, response, true),
    );
    if (!shown) throw badCode();
    return this.resume(visit, session, true);
  }

  private async pass(
    principal: Principal,
    visit: Visit,
    shown: string | null,
    { how, trust }: { how: string; trust: boolean },
  ): Promise<Started> {
    const token = visit.sessionToken ?? '';
    if (!shown) throw badCode();
    if (principal.stage !== 'open') {
      return this.signIn.open(token, principal, visit, { how: `mot de passe, ${how}`, factorShown: true, trust });
    }
    const renewed = await this.sessions.stepUp(token);
    await this.journal.session(principal, 'session.step-up', renewed.sessionId, how);
    return { ...renewed, deviceToken: null };
  }

  private guess<T>(principal: Principal, visit: Visit, check: () => Promise<T | null>): Promise<T | null> {
    return this.guesses.attempt('factor', this.guesser(principal, visit), check);
  }

  private guesser({ email, deviceId }: { email: string; deviceId: string | null }, { address }: Visit) {
    return { email, address, deviceId };
  }

  /** Locked or not; one that is still on its way in has nothing to resume. */
  private async openSession(visit: Visit): Promise<SessionFound> {
    const session = await this.sessions.find(visit.sessionToken);
    if (session.stage === 'open') return session;
    throw new DomainError('session.factor-required', 'Il reste une étape : terminez votre connexion.');
  }

  private async resume(visit: Visit, session: SessionFound, factorShown: boolean): Promise<Principal> {
    await this.sessions.resume(session.id, factorShown);
    return this.principals.of(await this.sessions.find(visit.sessionToken));
  }
}
