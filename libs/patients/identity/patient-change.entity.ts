import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PatientChangeKind } from '#contracts/patient';

/** One line of the history of an identity; what it was before is sealed under the patient's key. */
@Entity('patient_change')
export class PatientChangeRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') patientId: string;
  /** Of a merge: the other file. */
  @Column('uuid', { nullable: true }) otherId: string | null;
  @Column('text') kind: PatientChangeKind;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) byId: string | null;
  @Column('bytea') sealed: Buffer;
}
