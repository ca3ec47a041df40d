import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Consumer } from '#contracts';

/** One mail for one event and consumer: never doubled by a second delivery. */
@Entity('mail')
export class MailRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') eventId: string;
  @PrimaryColumn('text') consumer: Consumer;
  @Column('uuid') recipientId: string;
  @Column('text') state: 'sending' | 'sent' | 'no_address';
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
}
