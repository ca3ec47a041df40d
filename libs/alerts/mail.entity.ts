import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Consumer } from '#contracts';

/** One mail for one event, consumer and person: never doubled by a second delivery. */
@Entity('mail')
export class MailRow {
  @PrimaryColumn('uuid') tenantId: string;
  @PrimaryColumn('uuid') eventId: string;
  @PrimaryColumn('text') consumer: Consumer;
  @PrimaryColumn('uuid') recipientId: string;
  /** `sending` may have left: a kill between the mail server and us leaves it so until the next try. */
  @Column('text') state: 'sending' | 'sent' | 'no_address';
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
}
