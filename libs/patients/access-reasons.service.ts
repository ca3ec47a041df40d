import { Injectable } from '@nestjs/common';
import type { Member } from '#directory';
import type { Tx } from '#platform';
import type { AccessReason, AccessReasonKind } from './access-reason.ts';

/** The reasons known downstream, asked one after the other; a reason that only reads is kept for want of a better one. */
@Injectable()
export class AccessReasons implements AccessReason {
  private readonly sources: AccessReason[] = [];

  /** Called once at start by each implementer. */
  register(source: AccessReason): void {
    this.sources.push(source);
  }

  toPatient(tx: Tx, member: Member, patientId: string): Promise<AccessReasonKind | null> {
    return this.best((source) => source.toPatient(tx, member, patientId));
  }

  toWholeFile(tx: Tx, member: Member, patientId: string): Promise<AccessReasonKind | null> {
    return this.best((source) => source.toWholeFile(tx, member, patientId));
  }

  private async best(
    ask: (source: AccessReason) => Promise<AccessReasonKind | null>,
  ): Promise<AccessReasonKind | null> {
    let kept: AccessReasonKind | null = null;
    for (const source of this.sources) {
      const reason = await ask(source);
      if (reason && reason !== 'exceptional') return reason;
      kept ??= reason;
    }
    return kept;
  }
}
