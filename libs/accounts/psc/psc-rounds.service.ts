import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, Database } from '#platform';
import type { Config, Key } from '#platform';
import type { RoundSecrets } from './psc-client.ts';
import { PscRefusal } from './refusal.ts';
import { newRoundId, openRound, ROUND_SECONDS, roundKey, sealRound, type Round } from './round.ts';

/** The ways out that are not back yet: each lives in a sealed cookie of its browser, and serves once. */
@Injectable()
export class PscRounds {
  private readonly key: Key;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.key = roundKey(config.masterKey);
  }

  /** @returns the cookie. */
  begin(secrets: RoundSecrets, suite: string | null, sessionId: string | null): string {
    return sealRound(this.key, { id: newRoundId(), ...secrets, suite, sessionId, at: this.clock.now().getTime() });
  }

  /** @throws PscRefusal when the browser has no round, another one, or one that came back already. */
  async end(cookie: string | undefined, state: string): Promise<Round> {
    const now = this.clock.now();
    const round = openRound(this.key, cookie, now);
    if (!round) throw new PscRefusal('round');
    if (round.state !== state) throw new PscRefusal('state');
    const used: { id: string }[] = await this.database.global(async (manager) => {
      const tooOld = new Date(now.getTime() - 2 * ROUND_SECONDS * 1000);
      await manager.query('delete from psc_round where used_at < $1', [tooOld]);
      return manager.query('insert into psc_round (id, used_at) values ($1, $2) on conflict do nothing returning id', [
        round.id,
        now,
      ]);
    });
    if (!used[0]) throw new PscRefusal('replayed');
    return round;
  }
}
