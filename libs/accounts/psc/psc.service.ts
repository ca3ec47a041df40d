import { Inject, Injectable, Logger } from '@nestjs/common';
import { DomainError, notFound } from '#contracts';
import { Clock, CONFIG } from '#platform';
import type { Config } from '#platform';
import { AccountJournal } from '../account-journal.service.ts';
import type { Principal } from '../principal.ts';
import { Principals } from '../principals.service.ts';
import { Sessions } from '../sessions.service.ts';
import { SignIn } from '../sign-in.service.ts';
import type { Started, Visit } from '../visit.ts';
import { readClaims, type PscPerson } from './claims.ts';
import { PscAccounts } from './psc-accounts.service.ts';
import { PscClient } from './psc-client.ts';
import { PscKept } from './psc-kept.service.ts';
import type { PscFinishDto, PscStartDto } from './psc.dto.ts';
import type { PscStateView } from './psc.view.ts';
import { PscRounds } from './psc-rounds.service.ts';
import { PscRefusal } from './refusal.ts';
import type { Round } from './round.ts';

const HOW = 'Pro Santé Connect';

export interface PscDone extends Started {
  /** A session that was there already goes on. */
  resumed: boolean;
  suite: string | null;
}

/** Sign-in with Pro Santé Connect: strong by itself, it needs no second factor of ours. */
@Injectable()
export class Psc {
  private readonly logger = new Logger('Psc');
  private readonly client: PscClient | null;
  private readonly publicUrl: string;
  private readonly fictitious: boolean;

  constructor(
    private readonly rounds: PscRounds,
    private readonly accounts: PscAccounts,
    private readonly kept: PscKept,
    private readonly sessions: Sessions,
    private readonly principals: Principals,
    private readonly signIn: SignIn,
    private readonly journal: AccountJournal,
    clock: Clock,
    @Inject(CONFIG) { psc, publicUrl }: Config,
  ) {
    this.publicUrl = publicUrl;
    this.fictitious = psc?.localOrigin != null;
    this.client = psc && new PscClient(psc, `${publicUrl}/connexion/psc`, () => clock.now());
  }

  get state(): PscStateView {
    return { enabled: this.client !== null, fictitious: this.fictitious };
  }

  /** Where to send the browser, and the cookie it leaves with. */
  async start(
    { suite, reprise, autre }: PscStartDto,
    { sessionToken }: Visit,
  ): Promise<{ url: string; cookie: string }> {
    const client = this.opened();
    const session = reprise ? await this.sessions.find(sessionToken) : null;
    const secrets = client.newSecrets();
    const url = await client.authorizationUrl(secrets, session !== null || autre === true);
    return { url, cookie: this.rounds.begin(secrets, suite ?? null, session?.id ?? null) };
  }

  /** @throws PscRefusal, one answer whatever was wrong; the reason is logged, what was received is not. */
  async finish(dto: PscFinishDto, cookie: string | undefined, visit: Visit): Promise<PscDone> {
    const client = this.opened();
    try {
      const round = await this.rounds.end(cookie, dto.state);
      const { code, state, iss } = dto;
      const { idToken, userinfo } = await client.exchange({ code, state, iss }, round, freshSince(round));
      const person = readClaims(userinfo);
      const accountId = await this.accounts.find(person);
      return round.sessionId === null
        ? await this.enter(accountId, person, idToken, round, visit)
        : await this.resume(accountId, idToken, round, visit);
    } catch (error) {
      if (error instanceof PscRefusal) this.logger.warn(`refused: ${error.reason}`);
      throw error;
    }
  }

  private async enter(
    accountId: string,
    { exercices }: PscPerson,
    idToken: string,
    { suite }: Round,
    visit: Visit,
  ): Promise<PscDone> {
    if (visit.sessionToken) await this.sessions.signOut(visit.sessionToken);
    const { agent } = visit;
    const session = { accountId, stage: 'exercice', method: 'psc', agent, deviceId: null, factorAt: null } as const;
    const waiting = await this.sessions.create(session);
    const choice = exercices.length > 1;
    const chosen = choice || exercices.length === 0 ? null : 0;
    await this.kept.keep({ id: waiting.sessionId, accountId }, { idToken, exercices, chosen });
    const principal = await this.principals.of(await this.sessions.find(waiting.token));
    const started = choice ? { ...waiting, deviceToken: null } : await this.open(waiting.token, principal, visit);
    return { ...started, resumed: false, suite };
  }

  /** The same person, in the session he left with: it goes on, under another token. */
  private async resume(accountId: string, idToken: string, round: Round, visit: Visit): Promise<PscDone> {
    const session = await this.sessions.find(visit.sessionToken);
    if (session.id !== round.sessionId || session.stage !== 'open') throw new PscRefusal('round');
    if (session.accountId !== accountId) throw new PscRefusal('other-person');
    const said = await this.kept.read(session);
    const started = await this.sessions.stepUp(visit.sessionToken ?? '');
    if (said) await this.kept.keep(session, { ...said, idToken });
    await this.journal.session(await this.principals.of(session), 'session.step-up', session.id, HOW);
    return { ...started, deviceToken: null, resumed: true, suite: round.suite };
  }

  /** The place of practice of this session. The session opens. */
  async choose(principal: Principal, visit: Visit, index: number): Promise<Started> {
    const token = visit.sessionToken ?? '';
    const session = await this.sessions.find(token);
    const said = session.stage === 'exercice' ? await this.kept.read(session) : null;
    if (!said) throw notFound();
    if (!said.exercices[index]) throw new DomainError('input.invalid', 'Choisissez un lieu d’exercice de la liste.');
    const started = await this.open(token, principal, visit);
    await this.kept.keep(session, { ...said, chosen: index });
    return started;
  }

  /** Read before a session ends here: what ends it at Pro Santé Connect. Null when it was not opened there. */
  async idTokenOf(token: string | undefined): Promise<string | null> {
    if (!this.client || !token) return null;
    return this.quietly(async () => (await this.kept.read(await this.sessions.find(token)))?.idToken ?? null);
  }

  /** Where to send the browser then; null when Pro Santé Connect is away. */
  async endSessionUrl(idToken: string): Promise<string | null> {
    const { client } = this;
    return client && this.quietly(() => client.endSessionUrl(idToken, `${this.publicUrl}/connexion`));
  }

  /** Whatever happens there, a session ends here. */
  private async quietly(work: () => Promise<string | null>): Promise<string | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DomainError)) this.logger.warn(`sign-out here alone: ${String(error)}`);
      return null;
    }
  }

  private open(token: string, principal: Principal, visit: Visit): Promise<Started> {
    return this.signIn.open(token, principal, visit, { how: HOW, factorShown: true, trust: false });
  }

  private opened(): PscClient {
    if (!this.client) throw notFound();
    return this.client;
  }
}

/** Who shows again who he is must have done so during this round. */
const freshSince = ({ sessionId, at }: Round): number | null => (sessionId === null ? null : at);
