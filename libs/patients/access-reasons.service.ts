import { Injectable } from '@nestjs/common';
import type { Member } from '#directory';
import type { Tx } from '#platform';
import type { AccessReason, AccessReasonKind } from './access-reason.ts';

/** The reasons known downstream, asked one after the other: the request first, then the tour of the day. */
@Injectable()
export class AccessReasons implements AccessReason {
  private readonly sources: AccessReason[] = [];

  /** Called once at start by each implementer. */
  register(source: AccessReason): void {
    this.sources.push(source);
  }

  async toPatient(tx: Tx, member: Member, patientId: string): Promise<AccessReasonKind | null> {
    for (const source of this.sources) {
      const reason = await source.toPatient(tx, member, patientId);
      if (reason) return reason;
    }
    return null;
  }
}
