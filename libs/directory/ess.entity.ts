import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Specialty, TriageMode } from '#contracts/enums';
import type { OpeningHours, PublicPage } from '#contracts/public-page';

export const SHARING_DEFAULTS = ['consent', 'team'] as const;
export type SharingDefault = (typeof SHARING_DEFAULTS)[number];

/** Who signed the protocol an ESS works with, and when. A demonstration signature is refused in production. */
export interface ProtocolSignature {
  protocol: string;
  version: string;
  signedBy: string;
  signedAt: string;
  demonstration: boolean;
}

@Entity('ess')
export class EssRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') slug: string;
  @Column('text') name: string;
  @Column('text') specialty: Specialty;
  @Column('text') region: string;
  @Column('text') triageMode: TriageMode;
  @Column('text') timezone: string;
  @Column('text') phone: string;
  @Column('jsonb') hours: OpeningHours;
  @Column('jsonb') publicPage: PublicPage;
  @Column('jsonb', { nullable: true }) protocolSignature: ProtocolSignature | null;
  /** Moves that case-managers of this ESS may make by delegation. */
  @Column('text', { array: true, default: [] }) delegatedMoves: string[];
  /** Commune the team works from: distances are counted from there. */
  @Column('text', { nullable: true }) seatInsee: string | null;
  /** Once nothing is open: `consent` asks a live consent, `team` opens the file to the whole team unless opposed. */
  @Column('text', { default: 'consent' }) sharingDefault: SharingDefault;
  /** A patient reads the names of those who opened his file, beside their role and structure. */
  @Column('boolean', { default: false }) accessListNames: boolean;
  @Column('bytea') wrappedKey: Buffer;
  @Column('timestamptz') createdAt: Date;
}
