import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import type { PscPerson } from './claims.ts';
import { PscRefusal } from './refusal.ts';

/** From a person of Pro Santé Connect to an account of here: by SubjectNameID, never by a name nor an address. */
@Injectable()
export class PscAccounts {
  constructor(private readonly database: Database) {}

  /** The first time the RPPS inside it finds the professional; from then on the account holds the subject itself. */
  async find({ subject, rpps }: PscPerson): Promise<string> {
    return this.database.global(async (manager) => {
      const linked: { id: string }[] = await manager.query(LINKED, [subject]);
      if (linked[0]) return linked[0].id;
      const found: { id: string }[] = rpps === null ? [] : await manager.query(LINK, [subject, rpps]);
      if (!found[0]) throw new PscRefusal('unknown-person');
      return found[0].id;
    });
  }
}

const LINKED = 'select id from account where psc_subject = $1 and disabled_at is null';

const LINK = `
  with linked as (
    update account a set psc_subject = $1
      from professional p
     where p.id = a.professional_id and p.rpps = $2 and a.psc_subject is null and a.disabled_at is null
       and not exists (select 1 from account other where other.psc_subject = $1)
    returning a.id
  )
  select id from linked`;
