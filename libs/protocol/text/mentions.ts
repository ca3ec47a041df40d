import type { FindingState } from '#contracts/enums';
import type { Page } from './chest-pain.ts';
import type { FindingWords } from './lexicon/lexicon.ts';
import { findLine, type Matcher, type Span } from './matcher.ts';
import type { Line } from './pattern.ts';
import { isDenied, isInside } from './scopes.ts';
import { hoursAhead, nearestTime } from './time.ts';

/** One place of the text that speaks of a sign. */
export interface Mention {
  id: string;
  state: FindingState;
  page: number;
  span: Span;
}

export interface CompiledWords {
  words: FindingWords;
  /** The patterns hold a denial of their own (« sans prodrome »). */
  saysNo: boolean;
  /** Concepts that give the words another meaning. */
  unless: number[];
  unlessNoAge: number[];
}

export interface Reader {
  matcher: Matcher;
  pages: readonly Page[];
  ageYears: number | undefined;
}

const YEAR = 8760;
const DOUBT_REACH = 4;
/** « pas de syncope d’effort » denies the effort; « pas de syncope, dyspnée d’effort » says nothing of it. */
const CLOSE = 4;

type Placed = { page: number; span: Span };

const distance = (a: Placed, b: Placed): number =>
  Math.abs(a.page - b.page) * 100 + Math.abs(a.span.from - b.span.from);

/** Combinations of parts: for each place of the first part, the nearest place of every other part. */
function combinations(patterns: Line[], reader: Reader, at: number, isSpread: boolean): Placed[][] {
  const page = reader.pages[at];
  const [first, ...others] = patterns;
  const found = page && first ? findLine(first, page.scene) : [];
  if (found.length === 0) return [];
  const heads = found.map((span): Placed => ({ page: at, span }));
  if (others.length === 0) return heads.map((head) => [head]);
  const around = isSpread ? [at, at + 1, at - 1] : [at];
  const places = others.map((line) =>
    around.flatMap((index) => {
      const scene = reader.pages[index]?.scene;
      return scene ? findLine(line, scene).map((span): Placed => ({ page: index, span })) : [];
    }),
  );
  if (places.some((list) => list.length === 0)) return [];
  return heads.map((head) => [head, ...places.map((list) => nearest(list, head))]);
}

function nearest(places: Placed[], head: Placed): Placed {
  return places.reduce((best, place) => (distance(place, head) < distance(best, head) ? place : best));
}

function hasConcept({ pages }: Reader, at: number, concepts: readonly number[]): boolean {
  const page = pages[at];
  if (!page) return false;
  return concepts.some((concept) => page.scene.spans(concept).some((span) => !isDenied(span, page.scopes)));
}

/** A doubt stands just before (« suspicion de ») or just after (« ? », « possible ») the sign. */
function isDoubtful({ matcher, pages }: Reader, { page, span }: Placed): boolean {
  const scene = pages[page]?.scene;
  if (!scene) return false;
  const after = scene.spans(matcher.conceptIndex('cue_doubt'));
  const before = scene.spans(matcher.conceptIndex('cue_doubt_before'));
  return (
    after.some((cue) => cue.from >= span.to && cue.from - span.to < DOUBT_REACH) ||
    before.some((cue) => cue.to <= span.from && span.from - cue.to < DOUBT_REACH)
  );
}

function isOver(reader: Reader, { page, span }: Placed): boolean {
  const scene = reader.pages[page]?.scene;
  const scopes = reader.pages[page]?.scopes;
  if (!scene || !scopes) return false;
  return scene
    .spans(reader.matcher.conceptIndex('over'))
    .some((cue) => cue.from >= span.to && cue.from - span.to < 6 && !isDenied(cue, scopes));
}

function isInTime(words: FindingWords, reader: Reader, { page, span }: Placed): boolean {
  const here = reader.pages[page];
  if (!here) return false;
  if (words.ahead) return (hoursAhead(here.times) ?? Infinity) <= words.ahead.to;
  const next = reader.pages[page + 1];
  const borrowed =
    here.times.length === 0 && words.hours
      ? next?.times.find((time) => time.from < 8 && time.kind !== 'ahead')
      : undefined;
  const time = nearestTime(span, here.times, here.scene.tokens) ?? borrowed;
  if (!words.hours) return words.isLasting === true || !time || time.kind === 'since' || time.hours < YEAR * 0.9;
  if (!time) return words.hours.needsTime !== true;
  return time.hours >= (words.hours.from ?? 0) && time.hours <= (words.hours.to ?? Infinity);
}

/** What one combination of words says of the sign, or undefined when it says nothing of this patient today. */
function stateOf({ words, saysNo }: CompiledWords, reader: Reader, parts: Placed[]): FindingState | undefined {
  const [head] = parts;
  if (!head) return undefined;
  const scopes = parts.map(({ page }) => reader.pages[page]?.scopes);
  const within = (kind: 'history' | 'family' | 'condition'): boolean[] =>
    parts.map(({ span }, index) => isInside(span, scopes[index]?.[kind] ?? []));
  if (within('condition').some(Boolean))
    return words.id === 'family_screening_cardiomyopathy' || words.id === 'sport_screening' ? 'present' : undefined;
  const isKin = within('family')[0] ?? false;
  if (words.isFamily !== true && isKin) return undefined;
  const negated = parts.map(({ span }, index) => {
    const scope = scopes[index];
    if (scope === undefined) return false;
    return isDenied(span, scope) || (!saysNo && isInside({ from: span.to - 1, to: span.to }, scope.negated));
  });
  if (negated[0] && parts.some((part) => distance(part, head) > CLOSE)) return undefined;
  if (negated.some(Boolean)) return 'denied';
  if (words.isFamily === true && !isKin && !/famil|heredit/.test(keysOf(reader, head))) return undefined;
  if ((within('history')[0] ?? false) && words.isLasting !== true) return undefined;
  if (!isInTime(words, reader, head)) return undefined;
  if (words.isEpisode !== true && words.isLasting !== true && parts.length === 1 && isOver(reader, head))
    return 'denied';
  if (words.isSuspicion !== true && isDoubtful(reader, head)) return 'unknown';
  return 'present';
}

const keysOf = (reader: Reader, { page, span }: Placed): string =>
  (reader.pages[page]?.scene.tokens ?? [])
    .slice(span.from, span.to)
    .map(({ key }) => key)
    .join(' ');

function suitsAge({ age }: FindingWords, ageYears: number | undefined): boolean {
  if (!age) return true;
  if (ageYears === undefined) return age.needed !== true;
  return ageYears >= (age.from ?? 0) && ageYears < (age.below ?? Infinity);
}

/** Is the sign worth looking for in this sentence? */
export function isSought({ words, unless, unlessNoAge }: CompiledWords, reader: Reader, at: number): boolean {
  if (!suitsAge(words, reader.ageYears) || hasConcept(reader, at, unless)) return false;
  return reader.ageYears !== undefined || !hasConcept(reader, at, unlessNoAge);
}

/** Every place of one sentence where a pattern speaks of its sign. */
export function mentionsOf(compiled: CompiledWords, lines: Line[], reader: Reader, at: number): Mention[] {
  const { words } = compiled;
  return combinations(lines, reader, at, words.isSpread === true).flatMap((parts): Mention[] => {
    if (parts.some(({ page }) => page !== at && !isSought(compiled, reader, page))) return [];
    const state = stateOf(compiled, reader, parts);
    return state === undefined ? [] : [{ id: words.id, state, page: at, span: quoted(parts, at) }];
  });
}

const LONGEST_QUOTE = 14;

/** The quote spans every part when they are close, otherwise the first one. */
function quoted(parts: Placed[], at: number): Span {
  const spans = parts.filter(({ page }) => page === at).map(({ span }) => span);
  const whole = { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
  return whole.to - whole.from <= LONGEST_QUOTE ? whole : (spans[0] ?? whole);
}
