import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MemberRole, OrganisationKind, RequesterRole } from '#contracts/enums';

@Entity('professional')
export class ProfessionalRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') civility: string;
  @Column('text') familyName: string;
  @Column('text') givenName: string;
  /** A `RequesterRole` for those who ask; else the trade, in French. */
  @Column('text') profession: string;
  @Column('text', { nullable: true }) rpps: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text') searchName: string;
  @Column('timestamptz') createdAt: Date;
}

@Entity('organisation')
export class OrganisationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: OrganisationKind;
  @Column('text') name: string;
  @Column('text', { nullable: true }) communeInsee: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('timestamptz') createdAt: Date;
}

@Entity('commune')
export class CommuneRow {
  @PrimaryColumn('text') inseeCode: string;
  @Column('text') name: string;
  @Column('text') searchName: string;
  @Column('float8') lat: number;
  @Column('float8') lng: number;
}

@Entity('membership')
export class MembershipRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') professionalId: string;
  @Column('text') role: MemberRole;
  @Column('text', { nullable: true }) requesterRole: RequesterRole | null;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('date') startsOn: string;
  @Column('date', { nullable: true }) endsOn: string | null;
  /** Of a delegate: the requester he writes for. */
  @Column('uuid', { nullable: true, default: null }) delegateOf: string | null;
  /** Disabled in this ESS, until he is enabled again. */
  @Column('timestamptz', { nullable: true, default: null }) suspendedAt: Date | null;
  /** Left this ESS. */
  @Column('timestamptz', { nullable: true, default: null }) endedAt: Date | null;
}

@Entity('on_call')
export class OnCallRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') professionalId: string;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
}

/** « Dr Hélène Marchais »; « Le Goff Jeanne » is for lists of patients. */
export const displayName = (person: Pick<ProfessionalRow, 'civility' | 'givenName' | 'familyName'>): string =>
  [person.civility, person.givenName, person.familyName].filter(Boolean).join(' ');
