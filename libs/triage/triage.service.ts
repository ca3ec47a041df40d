import { Injectable } from '@nestjs/common';
import type { Move } from '#contracts';
import type { PriorityClass } from '#contracts/enums';
import type { Member } from '#directory';
import { Database } from '#platform';
import type { Key, Tx } from '#platform';
import { RequestAccess, Requests } from '#requests';
import type { OpenedRequest } from '#requests';
import { classMove } from './class-change.ts';

/** What a member decides on a request: one use case, one transaction. */
@Injectable()
export class Triage {
  constructor(
    private readonly database: Database,
    private readonly access: RequestAccess,
    private readonly requests: Requests,
  ) {}

  claim(member: Member, id: string, version: number): Promise<void> {
    return this.act(member, id, 'claim', version, '');
  }

  release(member: Member, id: string, version: number): Promise<void> {
    return this.act(member, id, 'release', version, '');
  }

  acknowledge(member: Member, id: string, version: number): Promise<void> {
    return this.act(member, id, 'acknowledge', version, '');
  }

  /** Confirms as proposed, or with another class: raised or lowered. */
  async chooseClass(
    member: Member,
    id: string,
    version: number,
    wanted: PriorityClass | undefined,
    reason: string,
  ): Promise<void> {
    await this.onRequest(member, id, async (tx, { row, key }) => {
      const value = wanted ?? row.class;
      const move = row.version === version ? classMove(row, member, value, reason) : 'confirm';
      await this.requests.move(tx, member.ess, row, { move, version, member, class: value, note: noteOf(reason, key) });
    });
  }

  private async act(member: Member, id: string, move: Move, version: number, reason: string): Promise<void> {
    await this.onRequest(member, id, (tx, { row, key }) =>
      this.requests.move(tx, member.ess, row, { move, version, member, note: noteOf(reason, key) }),
    );
  }

  private onRequest(
    member: Member,
    id: string,
    work: (tx: Tx, opened: OpenedRequest) => Promise<unknown>,
  ): Promise<void> {
    return this.database.tx(member.ctx, async (tx) => {
      await work(tx, await this.access.openToWrite(tx, member, id));
    });
  }
}

const noteOf = (reason: string, key: Key) => (reason.trim() ? { key, text: reason.trim() } : undefined);
