import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Stable for one event: a repeat after a crash carries the same Message-ID. */
  messageId: string;
}

/** Real SMTP. Nothing but a reference and a link ever leaves through it. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter | null;

  constructor(smtpUrl: string | null) {
    this.transport = smtpUrl ? createTransport({ url: smtpUrl, connectionTimeout: 5000, socketTimeout: 10_000 }) : null;
  }

  get configured(): boolean {
    return this.transport !== null;
  }

  async send(mail: Mail): Promise<void> {
    if (!this.transport) throw new Error('no SMTP server is configured');
    await this.transport.sendMail({ from: 'Guichet ESS <ne-pas-repondre@guichet.example>', ...mail });
  }

  async onApplicationShutdown(): Promise<void> {
    this.transport?.close();
  }
}
