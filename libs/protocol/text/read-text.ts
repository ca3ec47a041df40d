import type { FindingState } from '#contracts/enums';
import type { ProposedFinding } from '../facts.ts';
import { PAIN_CONCEPTS } from './chest-pain.data.ts';
import { chestPainSign, type Page } from './chest-pain.ts';
import { CUES } from './cues.data.ts';
import { ALL_WORDS } from './lexicon/all-words.ts';
import { CONCEPTS } from './lexicon/concepts.data.ts';
import type { FindingWords } from './lexicon/lexicon.ts';
import { Matcher } from './matcher.ts';
import { isSought, mentionsOf, type CompiledWords, type Mention, type Reader } from './mentions.ts';
import { PatternIndex, type Owned } from './pattern-index.ts';
import { findMeasures } from './measures.ts';
import { MEASURE_WORDS } from './measures.data.ts';
import { pagesOf } from './pages.ts';
import { INFERENCES, YIELDS } from './precedence.data.ts';
import type { ReadingOptions, ReadMeasurement, TextReading } from './reading.ts';
import { isDenied, isInside } from './scopes.ts';
import { cutSentences } from './tokens.ts';

/** A referral letter is far shorter; a longer text is read up to here. */
export const LONGEST_TEXT = 50_000;

interface Grammar {
  matcher: Matcher;
  index: PatternIndex<CompiledWords>;
}

let grammar: Grammar | undefined;

/** Patterns that are a denial themselves: their own « pas » must not deny them. */
const SAYS_NO =
  /(?:^|[ |_~\d])(?:pas|sans|non|ni|aucun\*?|aucune|plus|jamais|n|ne|absent\*?|absence|0|hors)(?:$|[ |_*])/;

/** The lexicon is compiled on the first text and shared by all. */
function loadGrammar(): Grammar {
  if (grammar) return grammar;
  const matcher = new Matcher({ ...CONCEPTS, ...PAIN_CONCEPTS, ...CUES });
  const concept = (name: string): number => matcher.conceptIndex(name);
  const index = new PatternIndex<CompiledWords>();
  for (const words of ALL_WORDS) {
    const unless = (words.unless ?? []).map(concept);
    const unlessNoAge = (words.unlessNoAge ?? []).map(concept);
    const plain: CompiledWords = { words, saysNo: false, unless, unlessNoAge };
    const denying: CompiledWords = { ...plain, saysNo: true };
    for (const pattern of words.say)
      for (const parts of matcher.table.compile(pattern)) index.add(SAYS_NO.test(pattern) ? denying : plain, parts);
  }
  grammar = { matcher, index };
  return grammar;
}

/** Mentions of one sentence: only the patterns that one of its words can begin are tried. */
function pageMentions({ index }: Grammar, reader: Reader, at: number, specialty: string | undefined): Mention[] {
  const scene = reader.pages[at]?.scene;
  if (!scene) return [];
  const mentions: Mention[] = [];
  const sought = new Map<CompiledWords, boolean>();
  const consider = (found: readonly Owned<CompiledWords>[]): void => {
    for (const { owner, parts } of found) {
      let isOpen = sought.get(owner);
      if (isOpen === undefined) {
        isOpen = speaksHere(owner.words, specialty) && isSought(owner, reader, at);
        sought.set(owner, isOpen);
      }
      if (isOpen) mentions.push(...mentionsOf(owner, parts, reader, at));
    }
  };
  for (const word of scene.words()) consider(index.startingWithWord(word));
  for (const found of scene.found()) consider(index.startingWithConcept(found));
  return mentions;
}

const speaksHere = ({ only, never }: FindingWords, specialty: string | undefined): boolean => {
  if (specialty === undefined) return true;
  const includes = (list: readonly string[]): boolean => list.includes(specialty);
  return (only === undefined || includes(only)) && !(never !== undefined && includes(never));
};

function painMentions(reader: Reader): Mention[] {
  const { matcher, pages } = reader;
  const pain = matcher.conceptIndex('chest_pain');
  return pages.flatMap((page, at) =>
    page.scene.spans(pain).flatMap((span): Mention[] => {
      const { scopes } = page;
      if (isInside(span, scopes.condition) || isInside(span, scopes.family) || isInside(span, scopes.history))
        return [];
      if (isDenied(span, scopes)) return [{ id: 'chest_pain_ongoing', state: 'denied', page: at, span }];
      const id = chestPainSign(matcher, pages, at, span);
      return id === undefined ? [] : [{ id, state: 'present', page: at, span }];
    }),
  );
}

function inferred(mentions: Mention[], reader: Reader): Mention[] {
  const present = (id: string): Mention | undefined => mentions.find((m) => m.id === id && m.state === 'present');
  const said = (name: string): Mention | undefined => {
    const concept = reader.matcher.conceptIndex(name);
    for (const [page, { scene, scopes }] of reader.pages.entries())
      for (const span of scene.spans(concept))
        if (
          !isDenied(span, scopes) &&
          ![scopes.condition, scopes.family, scopes.history].some((scope) => isInside(span, scope))
        )
          return { id: name, state: 'present', page, span };
    return undefined;
  };
  return INFERENCES.flatMap(({ finding, all, none }) => {
    if (none?.some((id) => present(id))) return [];
    const found = all.map((options) =>
      options
        .map((option) => (option.startsWith('@') ? said(option.slice(1)) : present(option)))
        .find((m) => m !== undefined),
    );
    const [first] = found;
    return first && found.every((m) => m !== undefined) ? [{ ...first, id: finding }] : [];
  });
}

const STRENGTH: Record<FindingState, number> = { present: 2, denied: 1, unknown: 0 };

/** One state for one sign: present anywhere, else denied, else unknown; then the more exact sign speaks. */
function resolve(mentions: Mention[]): Mention[] {
  const byId = new Map<string, Mention>();
  for (const mention of mentions) {
    const known = byId.get(mention.id);
    if (!known || STRENGTH[mention.state] > STRENGTH[known.state]) byId.set(mention.id, mention);
  }
  const isPresent = (id: string): boolean => byId.get(id)?.state === 'present';
  return [...byId.values()].filter(({ id, state }) => state !== 'present' || !(YIELDS[id] ?? []).some(isPresent));
}

function toFinding({ id, state, page, span }: Mention, pages: readonly Page[], text: string): ProposedFinding[] {
  const tokens = pages[page]?.scene.tokens ?? [];
  const first = tokens[span.from];
  const last = tokens[span.to - 1];
  if (!first || !last) return [];
  return [{ id, state, quote: text.slice(first.start, last.end), start: first.start, end: last.end }];
}

const VITALS = new Set(MEASURE_WORDS.filter((words) => words.isVital).map((words) => words.name));
const TWO_DAYS = 48;

/** A number under a condition, about a relative, or of another time is not a measure of this patient. */
function isFact(measure: ReadMeasurement, pages: readonly Page[]): boolean {
  const isVital = measure.name === 'bp' || VITALS.has(measure.name);
  for (const { scene, scopes, times } of pages) {
    const first = scene.tokens[0];
    const last = scene.tokens.at(-1);
    if (!first || !last || last.end <= measure.start || first.start > measure.end) continue;
    const from = scene.tokens.findIndex((token) => token.end > measure.start);
    const span = { from, to: from + 1 };
    if (isInside(span, scopes.condition) || isInside(span, scopes.family)) return false;
    if (!isVital) return true;
    return (
      !isInside(span, scopes.history) &&
      !times.some((time) => time.kind === 'ago' && time.hours > TWO_DAYS && Math.abs(time.from - from) < 8)
    );
  }
  return true;
}

/**
 * Reads a French clinical note. Negation, history, hypothesis, instruction, relatives and ended symptoms are told apart;
 * abbreviations, missing accents and misspelt words are understood. Deterministic, linear in the length of the text,
 * never throws; only the first `LONGEST_TEXT` characters are read.
 */
export function readText(given: string, options: ReadingOptions = {}): TextReading {
  const text = given.slice(0, LONGEST_TEXT);
  const loaded = loadGrammar();
  const { matcher } = loaded;
  const pages = pagesOf(cutSentences(text), matcher, options.now ?? new Date(0));
  const reader: Reader = { matcher, pages, ageYears: options.ageYears };
  const pain = options.specialty === 'pediatrie' ? [] : painMentions(reader);
  const mentions = [...pain, ...pages.flatMap((_, at) => pageMentions(loaded, reader, at, options.specialty))];
  mentions.sort((a, b) => a.page - b.page || a.span.from - b.span.from || (a.id < b.id ? -1 : 1));
  const all = resolve([...mentions, ...inferred(mentions, reader)]);
  const findings = all.flatMap((mention) => toFinding(mention, pages, text));
  findings.sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  const measurements = findMeasures(text, options.specialty).filter((measure) => isFact(measure, pages));
  return { findings, measurements };
}
