import { Injectable } from '@nestjs/common';
import { Directory } from '#directory';
import type { Member } from '#directory';
import { Duplicates, Patients, type Twin } from '#patients';
import { Database, type Tx } from '#platform';
import type { DuplicatePairView, DuplicatePersonView } from './patient-page.view.ts';

/** Possible duplicates with what it takes to tell one person from two. */
@Injectable()
export class DuplicatePairs {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly patients: Patients,
    private readonly duplicates: Duplicates,
  ) {}

  async list(member: Member): Promise<DuplicatePairView[]> {
    const pairs = await this.duplicates.list(member);
    return this.database.tx(member.ctx, async (tx) => {
      const counts = await this.requestCounts(
        tx,
        pairs.flatMap(({ one, other }) => [one.id, other.id]),
      );
      const views: DuplicatePairView[] = [];
      for (const { one, other, why } of pairs)
        views.push({ why, a: await this.person(tx, one, counts), b: await this.person(tx, other, counts) });
      return views;
    });
  }

  private async person(tx: Tx, twin: Twin, counts: Map<string, number>): Promise<DuplicatePersonView> {
    const { identity, status } = await this.patients.open(tx, twin.id);
    const { birthName, givenNames, usedName, sex, birthDate, insMatricule, phone, birthPlaceInsee } = identity;
    return {
      ...{ id: twin.id, version: twin.version, createdAt: new Date(twin.createdAt).toISOString(), status },
      ...{ birthName, givenNames, usedName, sex, birthDate, insMatricule, phone, communeName: twin.communeName },
      birthPlaceName: birthPlaceInsee ? ((await this.directory.commune(tx, birthPlaceInsee))?.name ?? null) : null,
      requestCount: counts.get(twin.id) ?? 0,
    };
  }

  /** Of every file of each person. */
  private async requestCounts(tx: Tx, ids: string[]): Promise<Map<string, number>> {
    const rows: { id: string; count: number }[] = await tx.manager.query(
      `select coalesce(p.merged_into, p.id) as id, count(*)::int as count
         from patient p join request r on r.tenant_id = p.tenant_id and r.patient_id = p.id
        where p.tenant_id = $1 and (p.id = any($2) or p.merged_into = any($2)) group by 1`,
      [tx.ctx.tenantId, ids],
    );
    return new Map(rows.map((row) => [row.id, row.count]));
  }
}
