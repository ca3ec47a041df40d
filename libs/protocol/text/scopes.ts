import type { Matcher, Scene, Span } from './matcher.ts';
import type { Token } from './tokens.ts';

export type ScopeKind = 'negated' | 'history' | 'family' | 'condition';

export interface Scopes {
  negated: readonly Span[];
  /** Denied by a word that follows: the sign must end before it. */
  deniedAfter: readonly Span[];
  history: readonly Span[];
  family: readonly Span[];
  condition: readonly Span[];
}

/** Section the sentence stands in, given by a header line above it. */
export type Section = 'history' | 'family' | undefined;

/** A denial rarely reaches further without a list. */
const NEGATION_REACH = 10;
/** « non » and « hors » deny the next words only: « TV non soutenue chez un insuffisant cardiaque ». */
const SHORT_DENIALS = new Set(['non', 'hors', 'libre', 'libres']);
const SHORT_REACH = 2;
const CLAUSE_JOINERS = new Set(['et', 'avec', 'mais', 'puis', 'ou']);
const LIST_STARTERS = new Set(['ni', 'de', 'd', 'pas', 'sans', 'aucun', 'aucune', 'ou']);
const LIST_JOINERS = new Set(['ni', 'ou']);
const DETERMINERS = new Set(['une', 'un', 'des', 'le', 'la', 'les', 'avec', 'presente', 'est', 'a', 'depuis']);

const startOfStop = (tokens: readonly Token[], from: number, strength: number): number => {
  const index = tokens.findIndex((token, at) => at > from && token.stop >= strength);
  return index === -1 ? tokens.length : index;
};

function spansOf(matcher: Matcher, scene: Scene, name: string): readonly Span[] {
  return scene.spans(matcher.conceptIndex(name));
}

const firstFrom = (spans: readonly Span[], after: number, before: number): number =>
  spans.reduce((first, span) => (span.from >= after && span.from < first ? span.from : first), before);

/** Does the list go on after this comma: « pas de fièvre, de toux ni de douleur »? */
function listGoesOn(tokens: readonly Token[], start: number, comma: number, limit: number): boolean {
  const first = tokens[comma]?.key ?? '';
  if (LIST_STARTERS.has(first)) return true;
  const next = startOfStop(tokens, comma, 1);
  if (DETERMINERS.has(first) || next - comma > 5) return false;
  for (let at = comma; at < limit; at += 1) if (LIST_JOINERS.has(tokens[at]?.key ?? '')) return true;
  return (
    isBareItem(tokens, comma, next) &&
    (next < limit ? isBareItem(tokens, next, startOfStop(tokens, next, 1)) : commasBetween(tokens, start, comma) > 0)
  );
}

/** « toux », « douleur thoracique »: an item of a list, without verb, time or value. */
function isBareItem(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to);
  return words.length <= 3 && !words.some(({ key }) => DETERMINERS.has(key) || /^\d/.test(key));
}

/** Commas from one word to another: a list of three is a list. */
const commasBetween = (tokens: readonly Token[], from: number, to: number): number =>
  tokens.slice(from + 1, to).filter((token) => token.stop === 1).length;

function negationEnd(tokens: readonly Token[], cue: Span, limit: number): number {
  let at = cue.to;
  for (; at < limit; at += 1) {
    const token = tokens[at];
    if (!token) return at;
    if (token.stop > 1 && at > cue.to) return at;
    if (token.stop === 1 && at > cue.to && !listGoesOn(tokens, cue.to, at, limit)) return at;
    if (token.key === 'et' && DETERMINERS.has(tokens[at + 1]?.key ?? '')) return at;
    if (at - cue.to >= NEGATION_REACH && !LIST_STARTERS.has(token.key)) {
      const isList = tokens.slice(cue.to, limit).some((later) => LIST_JOINERS.has(later.key));
      if (!isList) return at;
    }
  }
  return at;
}

function negations(matcher: Matcher, scene: Scene): Span[] {
  const { tokens } = scene;
  const contrasts = spansOf(matcher, scene, 'cue_contrast');
  const statements = spansOf(matcher, scene, 'cue_statement');
  const doubts = spansOf(matcher, scene, 'cue_not_excluded');
  const cues = [...spansOf(matcher, scene, 'cue_negation'), ...spansOf(matcher, scene, 'cue_no_longer')];
  return cues
    .filter((cue) => !doubts.some((doubt) => doubt.from <= cue.from && cue.to <= doubt.to))
    .map((cue) => {
      const limit = Math.min(
        firstFrom(contrasts, cue.to, tokens.length),
        firstFrom(statements, cue.to + 1, tokens.length),
      );
      const isShort = SHORT_DENIALS.has(tokens[cue.from]?.key ?? '');
      return { from: cue.to, to: negationEnd(tokens, cue, isShort ? Math.min(limit, cue.to + SHORT_REACH) : limit) };
    });
}

/** « dyspnée : non », « œdèmes absents »: the words just before, back to the last stop. */
function deniedAfterwards(matcher: Matcher, scene: Scene): Span[] {
  const { tokens } = scene;
  return spansOf(matcher, scene, 'cue_negated_after').flatMap((cue) => {
    const next = tokens[cue.to];
    const endsClause = cue.to >= tokens.length || (next?.stop ?? 0) > 0 || next?.key === 'et';
    if (!endsClause) return [];
    let from = cue.from;
    const isAfterColon = (tokens[cue.from]?.stop ?? 0) === 2;
    while (
      from > 0 &&
      cue.from - from < 6 &&
      !CLAUSE_JOINERS.has(tokens[from - 1]?.key ?? '') &&
      ((tokens[from]?.stop ?? 0) === 0 || (isAfterColon && from === cue.from))
    )
      from -= 1;
    return [{ from, to: cue.from }];
  });
}

function histories(matcher: Matcher, scene: Scene, section: Section): Span[] {
  const { tokens } = scene;
  const today = spansOf(matcher, scene, 'cue_today');
  const end = (after: number, stop: number): number =>
    Math.min(firstFrom(today, after, tokens.length), startOfStop(tokens, after, stop));
  const cued = spansOf(matcher, scene, 'cue_history').map((cue) => {
    const isAdjective = tokens[cue.from]?.key.startsWith('ancien') ?? false;
    return isAdjective ? { from: Math.max(0, cue.from - 3), to: cue.to + 2 } : { from: cue.from, to: end(cue.to, 3) };
  });
  return section === 'history' ? [...cued, { from: 0, to: tokens.length }] : cued;
}

/** Close relatives in a child’s note are those who speak, unless they are said to be ill. */
function families(matcher: Matcher, scene: Scene, section: Section): Span[] {
  const { tokens } = scene;
  const reporters = spansOf(matcher, scene, 'reporter');
  const clause = (at: number): Span => {
    let from = at;
    while (from > 0 && (tokens[from]?.stop ?? 0) === 0) from -= 1;
    let to = startOfStop(tokens, at, 1);
    const isListed = to === at + 1 && tokens[to]?.stop === 2;
    if (isListed) to = startOfStop(tokens, to, 1);
    while (to < tokens.length && continuesKin(tokens, to)) to = startOfStop(tokens, to, 1);
    return { from, to };
  };
  const speaks = ({ from, to }: Span): boolean => reporters.some((cue) => cue.from >= from && cue.from < to);
  const spans = spansOf(matcher, scene, 'relative').map((cue) => clause(cue.from));
  const about = spans.filter((span) => !speaks(span));
  return section === 'family' ? [...about, { from: 0, to: tokens.length }] : about;
}

/** « père décédé d’un infarctus, AVC à 60 ans »: an age keeps the clause with the relative. */
function continuesKin(tokens: readonly Token[], at: number): boolean {
  if ((tokens[at]?.stop ?? 0) > 2) return false;
  const end = startOfStop(tokens, at, 1);
  const clause = tokens.slice(at, end);
  return clause.length <= 7 && clause.some((token, i) => token.key === 'a' && /^\d\d$/.test(clause[i + 1]?.key ?? ''));
}

function conditions(matcher: Matcher, scene: Scene): Span[] {
  const { tokens } = scene;
  const contrasts = spansOf(matcher, scene, 'cue_contrast').filter((cue) => tokens[cue.from]?.key === 'mais');
  const reach = (name: string, strength: number): Span[] =>
    spansOf(matcher, scene, name).map((cue) => {
      return { from: cue.from, to: firstFrom(contrasts, cue.to, startOfStop(tokens, cue.to, strength)) };
    });
  return [...reach('cue_condition', 1), ...reach('cue_advice', 3)];
}

/** Where each modality reaches in a sentence. */
export function scopesOf(matcher: Matcher, scene: Scene, section: Section): Scopes {
  return {
    negated: negations(matcher, scene),
    deniedAfter: deniedAfterwards(matcher, scene),
    history: histories(matcher, scene, section),
    family: families(matcher, scene, section),
    condition: conditions(matcher, scene),
  };
}

/** A span belongs to a scope when it begins inside it. */
export const isInside = (span: Span, scopes: readonly Span[]): boolean =>
  scopes.some((scope) => span.from >= scope.from && span.from < scope.to);

/** A sign is denied by words before it, or by words after it that are not its own. */
export const isDenied = (span: Span, { negated, deniedAfter }: Scopes): boolean =>
  isInside(span, negated) || deniedAfter.some((scope) => span.from >= scope.from && span.to <= scope.to);
