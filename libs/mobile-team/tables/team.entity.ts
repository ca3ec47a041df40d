import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Equipment } from '#contracts/care';

@Entity('team')
export class TeamRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  /** Index of the palette. */
  @Column('int') colour: number;
  /** What it carries, and knows how to use. */
  @Column('text', { array: true }) equipment: Equipment[];
  @Column('text') startLabel: string;
  @Column('float8') startLat: number;
  @Column('float8') startLng: number;
  @Column('text') endLabel: string;
  @Column('float8') endLat: number;
  @Column('float8') endLng: number;
  /** Minutes of the local day. */
  @Column('int') shiftFrom: number;
  @Column('int') shiftTo: number;
}

@Entity('team_member')
export class TeamMemberRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') teamId: string;
  @PrimaryColumn('uuid') professionalId: string;
}
