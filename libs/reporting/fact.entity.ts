import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EventType, NextAction, RequestState } from '#contracts';
import type { ActKind, Outcome, ReceptionKind, ReportKind, WithoutEss } from '#contracts/care';
import type { Channel, Modality, OrganisationKind, PriorityClass, RequesterRole, Specialty } from '#contracts/enums';

/** One event as steering counts it: codes, places by commune, delays. No health text, no identity. */
@Entity('fact')
export class FactRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') eventId: string;
  @Column('timestamptz') at: Date;
  @Column('text') type: EventType;
  /** A `Move`, or `send` and `undo`. */
  @Column('text', { nullable: true }) move: string | null;
  @Column('uuid') requestId: string;
  /** The event that this one took back: indicators leave both out. */
  @Column('uuid', { nullable: true }) undoes: string | null;
  @Column('text') actorKind: 'system' | 'ess' | 'requester';
  @Column('text', { nullable: true }) requesterRole: RequesterRole | null;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('text', { nullable: true }) organisationKind: OrganisationKind | null;
  @Column('text', { nullable: true }) communeInsee: string | null;
  @Column('text') specialty: Specialty;
  @Column('text', { nullable: true }) class: PriorityClass | null;
  @Column('text', { nullable: true }) fromClass: PriorityClass | null;
  @Column('text', { nullable: true }) modality: Modality | null;
  @Column('text', { nullable: true }) act: ActKind | null;
  @Column('text', { nullable: true }) report: ReportKind | null;
  @Column('text', { nullable: true }) reception: ReceptionKind | null;
  @Column('text', { nullable: true }) channel: Channel | null;
  @Column('text', { nullable: true }) state: RequestState | null;
  @Column('text', { nullable: true }) nextAction: NextAction | null;
  @Column('text', { nullable: true }) ownerKind: 'user' | 'desk' | 'team' | null;
  @Column('int', { nullable: true }) minutesSinceReceived: number | null;
  @Column('int', { nullable: true }) minutesLate: number | null;
  @Column('text', { nullable: true }) outcome: Outcome | null;
  @Column('text', { nullable: true }) withoutEss: WithoutEss | null;
}
