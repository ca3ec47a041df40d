import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { CONFIG, Database } from '#platform';
import type { Config } from '#platform';
import { AccountJournal } from './account-journal.service.ts';
import { AccountRow } from './account.entity.ts';
import { Devices } from './devices.service.ts';
import type { DeviceRow } from './factor.entity.ts';
import { Factors } from './factors.service.ts';
import { Guesses } from './guesses.service.ts';
import { decoyHash, verifyPassword } from './passwords.ts';
import type { Principal, SessionStage } from './principal.ts';
import { Principals } from './principals.service.ts';
import { PscKept } from './psc/psc-kept.service.ts';
import { type SignInView, toSessionView } from './session.view.ts';
import { Sessions } from './sessions.service.ts';
import { mayTrust } from './trust.ts';
import type { Started, Visit } from './visit.ts';

export const badCredentials = () =>
  new DomainError('session.bad-credentials', 'Adresse ou mot de passe incorrect. Vérifiez-les, puis recommencez.');

/** First step: who one says one is. What is asked next depends on the account and on the browser. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly guesses: Guesses,
    private readonly sessions: Sessions,
    private readonly principals: Principals,
    private readonly devices: Devices,
    private readonly factors: Factors,
    private readonly journal: AccountJournal,
    private readonly psc: PscKept,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The same answer, in the same time, for an unknown address, a wrong password and a disabled account. */
  async withPassword(email: string, password: string, visit: Visit): Promise<Started> {
    const login = email.trim().toLowerCase();
    const account = await this.database.global((manager) => manager.findOneBy(AccountRow, { email: login }));
    const device = await this.devices.known(account?.id ?? NOBODY, visit.deviceToken);
    const guesser = { email: login, address: visit.address, deviceId: device?.id ?? null };
    const proved = await this.guesses.attempt('password', guesser, async () => {
      const matches = await verifyPassword(account?.passwordHash ?? (await decoyHash), password);
      return account?.passwordHash && matches && !account.disabledAt ? account : null;
    });
    if (!proved) throw badCredentials();
    return this.begin(proved.id, visit);
  }

  /** The password is proved, or has just been chosen: a session at the stage that comes next. The one this browser had is over. */
  async begin(accountId: string, visit: Visit): Promise<Started> {
    if (visit.sessionToken) await this.sessions.signOut(visit.sessionToken);
    const device = await this.devices.known(accountId, visit.deviceToken);
    const deviceId = device?.id ?? null;
    const session = {
      accountId,
      stage: 'factor',
      method: 'password',
      agent: visit.agent,
      deviceId,
      factorAt: null,
    } as const;
    const { token } = await this.sessions.create(session);
    const principal = await this.principals.of(await this.sessions.find(token));
    const hasFactor = (await this.factors.ways(accountId)).length > 0;
    const stage = this.nextStage(principal, hasFactor, device);
    // Whoever has a password alone has shown all he has.
    if (stage === 'open') {
      return this.open(token, principal, visit, { how: 'mot de passe', factorShown: !hasFactor, trust: false });
    }
    return { ...(await this.sessions.advance(token, { stage, deviceId, factorShown: false })), deviceToken: null };
  }

  /** Both steps are passed: another token, for twelve hours, on a browser that is known from now on. */
  async open(
    token: string,
    principal: Principal,
    visit: Visit,
    { how, factorShown, trust }: { how: string; factorShown: boolean; trust: boolean },
  ): Promise<Started> {
    const device = await this.devices.remember(principal.accountId, visit, trust && mayTrust(principal));
    const opened = await this.sessions.advance(token, { stage: 'open', deviceId: device.id, factorShown });
    await this.journal.session(principal, 'session.opened', opened.sessionId, how);
    return { ...opened, deviceToken: device.token };
  }

  /** Where this session is on its way in. */
  async view(token: string | undefined): Promise<SignInView> {
    const principal = await this.sessions.principal(token, false);
    const open = principal.stage === 'open';
    return {
      stage: principal.stage,
      session: open ? toSessionView(principal, this.config.demonstration) : null,
      factors: await this.factors.ways(principal.accountId),
      mayTrustDevice: !open && mayTrust(principal),
      displayName: principal.displayName,
      exercices: principal.stage === 'exercice' ? await this.psc.exercices(await this.sessions.find(token)) : [],
    };
  }

  private nextStage(principal: Principal, hasFactor: boolean, device: DeviceRow | null): SessionStage {
    if (!hasFactor) return principal.kind === 'patient' ? 'open' : 'enrol';
    return mayTrust(principal) && this.devices.trusts(device) ? 'open' : 'factor';
  }
}

/** No account has it. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
