import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnsweredState, NextAction, RequestState } from '#contracts';
import type { Channel, Modality, PriorityClass, RequesterRole } from '#contracts/enums';

export type OwnerKind = 'user' | 'desk' | 'team';
export type ClassStatus = 'declared' | 'proposed' | 'confirmed';

/** One request. Its answers and its summary are sealed under the patient's key. */
@Entity('request')
export class RequestRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  /** Id of the draft it was sent from: the idempotency key. */
  @Column('uuid') draftId: string;
  @Column('bytea') fingerprint: Buffer;
  @Column('text') reference: string;
  @Column('uuid') patientId: string;
  @Column('uuid') authorId: string;
  @Column('uuid') organisationId: string;
  @Column('uuid', { nullable: true }) takenBy: string | null;
  @Column('uuid', { nullable: true }) treatingDoctorId: string | null;
  @Column('text') channel: Channel;
  @Column('text') state: RequestState;
  @Column('text') reason: string;
  @Column('text', { nullable: true }) communeInsee: string | null;
  @Column('text', { nullable: true }) wishedModality: Modality | null;
  @Column('text') declaredClass: PriorityClass;
  @Column('text', { nullable: true }) proposedClass: PriorityClass | null;
  @Column('text') class: PriorityClass;
  @Column('text') classStatus: ClassStatus;
  @Column('text', { nullable: true }) ownerKind: OwnerKind | null;
  @Column('uuid', { nullable: true }) ownerId: string | null;
  @Column('text') nextAction: NextAction;
  @Column('timestamptz') receivedAt: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('timestamptz', { nullable: true }) reactBy: Date | null;
  @Column('timestamptz', { nullable: true }) acknowledgedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  /** As whom the author asked; null on requests older than the column. */
  @Column('text', { nullable: true }) requesterRole: RequesterRole | null;
  /** How it is answered, once decided. */
  @Column('text', { nullable: true }) modality: Modality | null;
  /** When somebody took it by name; null while it waits in a pool. */
  @Column('timestamptz', { nullable: true }) takenAt: Date | null;
  /** To whom it comes back: who asked for a complement, ordered the exam or the visit, signed the answer. */
  @Column('uuid', { nullable: true }) returnTo: string | null;
  @Column('timestamptz', { nullable: true }) pausedAt: Date | null;
  /** By when its class promises an answer, whatever the step; moved only by a pause or a new question. */
  @Column('timestamptz', { nullable: true }) promisedBy: Date | null;
  /** Announced start and end of the visit or appointment. */
  @Column('timestamptz', { nullable: true }) plannedFrom: Date | null;
  @Column('timestamptz', { nullable: true }) plannedTo: Date | null;
  /** What it becomes once its answer is received. */
  @Column('text', { nullable: true }) closesAs: AnsweredState | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('int') missingCount: number;
  @Column('bytea') sealed: Buffer;
  @Column('bytea') sealedSummary: Buffer;
  @Column('uuid', { nullable: true }) changedBy: string | null;
  @Column('timestamptz') changedAt: Date;
  @Column('int') version: number;
}
