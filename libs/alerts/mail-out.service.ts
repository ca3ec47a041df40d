import { Inject, Injectable } from '@nestjs/common';
import type { Consumer, EventPayload } from '#contracts';
import type { EssRow } from '#directory';
import { CONFIG } from '#platform';
import type { Config, Tx } from '#platform';
import { Requests } from '#requests';
import type { RequestRow } from '#requests';
import type { LetterFacts } from './letters.ts';
import { PostOffice, type Addressed } from './post-office.service.ts';

export interface Told {
  event: EventPayload;
  row: RequestRow;
  /** For who asks, and for who works on it. */
  toRequester: LetterFacts;
  toTeam: LetterFacts;
}
/** Who is written to, decided at the moment of writing; nobody when there is nothing to say any more. */
export type Compose = (tx: Tx, told: Told) => Promise<Addressed[]> | Addressed[];

/** Mails about one request: a reference and a link behind sign-in. */
@Injectable()
export class MailOut {
  constructor(
    private readonly office: PostOffice,
    private readonly requests: Requests,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  deliver(event: EventPayload, consumer: Consumer, compose: Compose): Promise<void> {
    return this.office.deliver(event, consumer, async (tx, ess) => {
      const row = await this.requests.find(tx, event.requestId);
      return compose(tx, { event, row, ...this.factsOf(ess, row) });
    });
  }

  private factsOf(ess: EssRow, { id, reference }: RequestRow): Pick<Told, 'toRequester' | 'toTeam'> {
    const home = `${this.config.publicUrl}/${ess.slug}`;
    const common = { essName: ess.name, reference };
    return {
      toRequester: { ...common, link: `${home}/demandes/${id}` },
      toTeam: { ...common, link: `${home}/bureau/${id}` },
    };
  }
}
