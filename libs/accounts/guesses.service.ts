import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { Clock, Database, uuidv7 } from '#platform';

export type GuessKind = 'password' | 'factor' | 'forgot';

export interface Guesser {
  email: string;
  address: string;
  /** A browser this account has signed in from: its guesses are counted apart. */
  deviceId: string | null;
}

const WINDOW_MINUTES = 15;
/** For one account in the window. */
const MOST: Record<GuessKind, number> = { password: 10, factor: 10, forgot: 3 };
/** From one address in the window, whatever the accounts: many people of a hospital share one. */
const MOST_OF_ADDRESS = 50;
/** Codes of six figures for one account in a day: one chance in ten thousand, once the password is known. */
const MOST_CODES_A_DAY = 30;
const KEPT_HOURS = 48;

/**
 * Counted in PostgreSQL, so that the loss of Redis forgets nothing. A guess is noted before it is checked: a hundred at
 * once are a hundred. Strangers share one count, each known browser has its own: nobody locks the owner out.
 */
@Injectable()
export class Guesses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @param check null when the guess is wrong.
   * @throws too-many-requests
   */
  async attempt<T>(kind: GuessKind, guesser: Guesser, check: () => Promise<T | null>): Promise<T | null> {
    const id = await this.note(kind, guesser);
    if (await this.tooMany(kind, guesser)) {
      await this.forget(id);
      throw new DomainError('too-many-requests', `Trop d’essais. Recommencez dans ${WINDOW_MINUTES}\u00a0minutes.`);
    }
    try {
      const found = await check();
      if (found !== null) await this.forget(id);
      return found;
    } catch (error) {
      await this.forget(id);
      throw error;
    }
  }

  /** @returns whether one more of these may be done; what is done is counted, right or wrong. */
  async allow(kind: GuessKind, guesser: Guesser): Promise<boolean> {
    await this.note(kind, guesser);
    return !(await this.tooMany(kind, guesser));
  }

  private async note(kind: GuessKind, { email, address, deviceId }: Guesser): Promise<string> {
    const at = this.clock.now();
    const id = uuidv7(at);
    await this.database.global(async (manager) => {
      await manager.query('delete from sign_in_attempt where at < $1', [
        new Date(at.getTime() - KEPT_HOURS * 3_600_000),
      ]);
      await manager.query(
        'insert into sign_in_attempt (id, kind, email, address, device_id, at) values ($1, $2, $3, $4, $5, $6)',
        [id, kind, email, address, deviceId, at],
      );
    });
    return id;
  }

  private async tooMany(kind: GuessKind, { email, address, deviceId }: Guesser): Promise<boolean> {
    const now = this.clock.now().getTime();
    const since = new Date(now - WINDOW_MINUTES * 60_000);
    const dayAgo = new Date(now - 24 * 3_600_000);
    const [count]: Counts[] = await this.database.global((manager) =>
      manager.query(COUNT, [kind, email, address, deviceId, since, dayAgo]),
    );
    if (!count) return false;
    if (Number(count.own) > MOST[kind]) return true;
    if (kind === 'factor' && Number(count.ofDay) > MOST_CODES_A_DAY) return true;
    return deviceId === null && Number(count.ofAddress) > MOST_OF_ADDRESS;
  }

  private forget(id: string): Promise<unknown> {
    return this.database.global((manager) => manager.query('delete from sign_in_attempt where id = $1', [id]));
  }
}

interface Counts {
  own: string;
  ofDay: string;
  ofAddress: string;
}

const COUNT = `
  select count(*) filter (where email = $2 and device_id is not distinct from $4::uuid and at > $5) as "own",
         count(*) filter (where email = $2 and device_id is not distinct from $4::uuid) as "ofDay",
         count(*) filter (where address = $3 and device_id is null and at > $5) as "ofAddress"
    from sign_in_attempt
   where kind = $1 and at > $6 and (email = $2 or address = $3)`;
