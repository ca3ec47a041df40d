import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('account')
export class AccountRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') professionalId: string;
  @Column('text') email: string;
  @Column('text') passwordHash: string;
  @Column('timestamptz', { nullable: true }) disabledAt: Date | null;
  @Column('timestamptz') createdAt: Date;
}

/** Opaque session: the cookie holds 32 random bytes, the database their SHA-256. */
@Entity('session')
export class SessionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') tokenHash: Buffer;
  @Column('uuid') accountId: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') lastSeenAt: Date;
  @Column('timestamptz') expiresAt: Date;
}
