import { Injectable } from '@nestjs/common';
import { Acts } from '#decision';
import type { Member } from '#directory';
import { Database } from '#platform';
import { RequestAccess, Requests } from '#requests';
import { Reports } from './reports.service.ts';

/** « Annuler »: the request, its act and its report go back together. */
@Injectable()
export class TakeBack {
  constructor(
    private readonly database: Database,
    private readonly access: RequestAccess,
    private readonly requests: Requests,
    private readonly acts: Acts,
    private readonly reports: Reports,
  ) {}

  undo(member: Member, id: string, version: number): Promise<void> {
    return this.database.tx(member.ctx, async (tx) => {
      const { row } = await this.access.openToWrite(tx, member, id);
      const undone = await this.requests.undo(tx, row, member, version);
      await this.acts.takeBack(tx, id, undone.version);
      await this.reports.takeBack(tx, id, undone.version);
    });
  }
}
