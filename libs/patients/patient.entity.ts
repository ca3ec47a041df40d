import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Sex } from '#contracts/enums';

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
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
}
