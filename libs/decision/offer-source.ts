import type { Modality } from '#contracts/enums';
import type { Tx } from '#platform';

/** Port: what free place each modality has. Nobody implements it yet, so slots are « inconnu ». */
export interface OfferSource {
  readonly modality: Modality;
  /** First free moment before a date, or null when there is none. */
  firstFree(tx: Tx, before: Date): Promise<Date | null>;
}

export const OFFER_SOURCES = Symbol('OfferSources');
