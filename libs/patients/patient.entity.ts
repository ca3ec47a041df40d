import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Sex } from '#contracts/enums';
import type { DocumentKind } from '#contracts/patient';

/** Traits needed for search stay in clear inside the tenant's wall; the rest is sealed under the patient's own key. */
@Entity('patient')
export class PatientRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') wrappedKey: Buffer;
  @Column('text') birthName: string;
  @Column('text') givenNames: string;
  @Column('text') sex: Sex;
  @Column('date') birthDate: string;
  @Column('text', { nullable: true }) communeInsee: string | null;
  @Column('text') searchName: string;
  @Column('bytea', { nullable: true }) insIndex: Buffer | null;
  @Column('bytea', { nullable: true }) phoneIndex: Buffer | null;
  @Column('bytea') sealed: Buffer;
  /** Set: out of every search until somebody asks for him again. */
  @Column('timestamptz', { nullable: true }) archivedAt: Date | null;
  /** Set: the key is destroyed and the traits are gone. */
  @Column('timestamptz', { nullable: true }) erasedAt: Date | null;
  /** First fact of the status of the identity: the INS was retrieved or verified by the national service. */
  @Column('timestamptz', { nullable: true }) insiAt: Date | null;
  /** Second fact: somebody saw an identity document. */
  @Column('text', { nullable: true }) documentKind: DocumentKind | null;
  @Column('timestamptz', { nullable: true }) documentCheckedAt: Date | null;
  @Column('uuid', { nullable: true }) documentCheckedBy: string | null;
  /** Set: one person with this other file, which stands by itself; each file keeps its key. */
  @Column('uuid', { nullable: true }) mergedInto: string | null;
  /** Counts the changes of identity, so that two people never write over each other. */
  @Column('int', { default: 1 }) version: number;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
}
