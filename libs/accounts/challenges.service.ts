import { Injectable } from '@nestjs/common';
import { Clock, Database } from '#platform';

/** To make a key, to show one beside the password, to unlock with one alone. */
export type ChallengePurpose = 'create' | 'get' | 'unlock';

const GOOD_FOR_MINUTES = 5;

/** The question asked to a security key: one at a time for a session, answered once, for what it was asked. */
@Injectable()
export class Challenges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async ask(sessionId: string, purpose: ChallengePurpose, challenge: string): Promise<void> {
    const text = [purpose, this.clock.now().getTime(), challenge].join('|');
    await this.database.global((manager) =>
      manager.query('update session set challenge = $2 where id = $1', [sessionId, text]),
    );
  }

  async take(sessionId: string, purpose: ChallengePurpose): Promise<string | null> {
    const row = await this.database.global(async (manager) => {
      const [asked]: { challenge: string | null }[] = await manager.query(
        'select challenge from session where id = $1 for update',
        [sessionId],
      );
      await manager.query('update session set challenge = null where id = $1', [sessionId]);
      return asked;
    });
    const [what, at, challenge] = row?.challenge?.split('|') ?? [];
    const old = this.clock.now().getTime() - Number(at) > GOOD_FOR_MINUTES * 60_000;
    return challenge && what === purpose && !old ? challenge : null;
  }
}
