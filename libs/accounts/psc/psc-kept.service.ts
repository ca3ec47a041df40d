import { Injectable } from '@nestjs/common';
import { Database, sealJson, unsealJson } from '#platform';
import { AccountKeys } from '../account-keys.service.ts';
import type { ExerciceView } from '../session.view.ts';
import type { SessionFound } from '../session-found.ts';
import { exerciceLabel, type PscExercice } from './claims.ts';

/** What is kept of Pro Santé Connect beside a session. */
export interface PscSaid {
  /** To end the session there. */
  idToken: string;
  exercices: PscExercice[];
  /** The place of practice of this session; null until it is chosen, or when there is none. */
  chosen: number | null;
}

const placeOf = (sessionId: string) => ({ table: 'session', column: 'sealed', row: sessionId });

/** Sealed under the key of the account, gone with the session. */
@Injectable()
export class PscKept {
  constructor(
    private readonly database: Database,
    private readonly keys: AccountKeys,
  ) {}

  async keep(session: { id: string; accountId: string }, said: PscSaid): Promise<void> {
    await this.database.global(async (manager) => {
      const key = await this.keys.keyOf(manager, session.accountId);
      const sealed = sealJson(key, placeOf(session.id), said);
      await manager.query('update session set sealed = $2 where id = $1', [session.id, sealed]);
    });
  }

  /** Null for a session that Pro Santé Connect did not open. */
  async read({ id, accountId, sealed }: Pick<SessionFound, 'id' | 'accountId' | 'sealed'>): Promise<PscSaid | null> {
    if (!sealed) return null;
    const key = await this.database.global((manager) => this.keys.keyOf(manager, accountId));
    return unsealJson<PscSaid>(key, placeOf(id), sealed);
  }

  /** The places to choose from, for a session that waits for it. */
  async exercices(session: SessionFound): Promise<ExerciceView[]> {
    const said = session.stage === 'exercice' ? await this.read(session) : null;
    return (said?.exercices ?? []).map((exercice, index) => ({ index, label: exerciceLabel(exercice) }));
  }
}
