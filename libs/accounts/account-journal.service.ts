import { Injectable } from '@nestjs/common';
import { Audit, Database, Outbox } from '#platform';
import type { AuditAction } from '#platform';
import type { Principal } from './principal.ts';

type Person = Pick<Principal, 'accountId' | 'professionalId' | 'memberships' | 'patients'>;

/** What happens to an account is written in the trail of each ESS its person belongs to. */
@Injectable()
export class AccountJournal {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  async session(person: Person, action: 'session.opened' | 'session.step-up', id: string, how: string): Promise<void> {
    await this.line(person, { action, resource: 'session', resourceId: id, reason: how });
  }

  /** A changed way of signing in is told to the person as well, by the first of his ESS. */
  async factor(
    person: Person,
    action: 'factor.added' | 'factor.removed' | 'password.changed',
    what: string,
  ): Promise<void> {
    await this.line(person, { action, resource: 'person', resourceId: person.professionalId, reason: what });
    const [first] = person.memberships;
    if (!first) return;
    await this.database.tx({ tenantId: first.tenantId, userId: person.professionalId }, (tx) =>
      this.outbox.notice(tx, {
        type: 'person.factor-changed',
        subjectId: person.professionalId,
        actorId: person.professionalId,
        rooms: [],
        data: { action },
      }),
    );
  }

  private async line(
    { professionalId, memberships, patients }: Person,
    line: { action: AuditAction; resource: 'session' | 'person'; resourceId: string; reason: string },
  ): Promise<void> {
    for (const { tenantId } of [...memberships, ...patients]) {
      await this.database.tx({ tenantId, userId: professionalId }, (tx) => this.audit.line(tx, line));
    }
  }
}
