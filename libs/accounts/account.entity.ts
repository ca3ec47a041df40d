import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SessionStage, SignInMethod } from './principal.ts';

@Entity('account')
export class AccountRow {
  @PrimaryColumn('uuid') id: string;
  /** Null: the account of a patient. */
  @Column('uuid', { nullable: true }) professionalId: string | null;
  @Column('text') email: string;
  /** Null: signs in by Pro Santé Connect alone. */
  @Column('text', { nullable: true }) passwordHash: string | null;
  /** Key of the account under the master key: what its factors are sealed with. Empty until it has one. */
  @Column('bytea') wrappedKey: Buffer;
  @Column('boolean') platformAdmin: boolean;
  @Column('text', { nullable: true }) pscSubject: string | null;
  @Column('timestamptz', { nullable: true }) passwordChangedAt: Date | null;
  @Column('timestamptz', { nullable: true }) disabledAt: Date | null;
  /** Closed by who runs the platform: no team opens it again. */
  @Column('timestamptz', { nullable: true }) platformDisabledAt: Date | null;
  @Column('timestamptz') createdAt: Date;
}

/** Opaque session: the cookie holds 32 random bytes, the database their SHA-256. */
@Entity('session')
export class SessionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') tokenHash: Buffer;
  @Column('uuid') accountId: string;
  @Column('text') stage: SessionStage;
  @Column('text') method: SignInMethod;
  /** When the second factor was last shown. */
  @Column('timestamptz', { nullable: true }) factorAt: Date | null;
  @Column('uuid', { nullable: true }) deviceId: string | null;
  @Column('text') agent: string;
  /** The question asked to a security key, until it is answered. */
  @Column('text', { nullable: true }) challenge: string | null;
  @Column('bytea', { nullable: true }) sealed: Buffer | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') lastSeenAt: Date;
  @Column('timestamptz') expiresAt: Date;
}
