import type { Specialty } from '#contracts/enums';

/**
 * How the lexicon is written (words in lower case, without accents):
 * `douleur*` any word that starts so · `a|b_c` the word or the phrase · `mot?` may be absent · `~` up to 4 words between,
 * `~8` up to 8 · `@nom` another entry of CONCEPTS · `a & b` both in the same sentence, in any order.
 * Articles and prepositions between two words need not be written.
 */
export type Pattern = string;

export interface FindingWords {
  id: string;
  say: Pattern[];
  /** Stays true once known: a dated history or an « ATCD » line states it. */
  isLasting?: boolean;
  /** The sign is a suspicion: « possible », « à éliminer », « ? » state it. */
  isSuspicion?: boolean;
  /** The sign is about relatives: it is only true of them. */
  isFamily?: boolean;
  /** The sign tells of the past (« régressif », « spontanément résolu »): an ended episode still states it. */
  isEpisode?: boolean;
  /** Concepts that, in the same sentence, give the words another meaning. */
  unless?: string[];
  /** Like `unless`, but only when the age is not given. */
  unlessNoAge?: string[];
  /** Age in years; `needed` refuses the sign when the age is not given. */
  age?: { from?: number; below?: number; needed?: boolean };
  /** Parts of `a & b` may stand in two sentences that follow. */
  isSpread?: boolean;
  only?: Specialty[];
  never?: Specialty[];
  /** Hours until a date to come: the sign needs one that is near enough. */
  ahead?: { to: number };
  /** Hours since the event that the sign allows, when a time is given; `needsTime` refuses the sign without one. */
  hours?: { from?: number; to?: number; needsTime?: boolean };
}
