import { Column, Entity, PrimaryColumn } from 'typeorm';

export type FactorKind = 'totp' | 'webauthn';

/** A way to show who one is beside the password; not one until it is confirmed. */
@Entity('factor')
export class FactorRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') kind: FactorKind;
  @Column('text') label: string;
  /** Under the key of the account: the secret of a code, the public half of a key. */
  @Column('bytea') sealed: Buffer;
  @Column('text', { nullable: true }) credentialId: string | null;
  @Column('bigint') counter: string;
  /** The last thirty seconds whose code was taken: none of them is good twice. */
  @Column('bigint', { nullable: true }) lastStep: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) lastUsedAt: Date | null;
}

@Entity('recovery_code')
export class RecoveryCodeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('bytea') codeHash: Buffer;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}

/** A browser an account has signed in from. */
@Entity('device')
export class DeviceRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('bytea') tokenHash: Buffer;
  @Column('text') label: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') lastSeenAt: Date;
  @Column('timestamptz', { nullable: true }) trustedUntil: Date | null;
}
