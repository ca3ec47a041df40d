import type { Page } from './chest-pain.ts';
import type { Matcher } from './matcher.ts';
import { scopesOf, type Section } from './scopes.ts';
import { timesOf } from './time.ts';
import type { Sentence } from './tokens.ts';

const HEADER_WORDS = 4;

/** The section that a header line (« ATCD : ») opens for the lines below it. */
function sectionOpenedBy(sentence: Sentence, matcher: Matcher, page: Page): Section {
  const has = (name: string): boolean => page.scene.spans(matcher.conceptIndex(name)).length > 0;
  if (!sentence.isHeader || sentence.tokens.length > HEADER_WORDS) return undefined;
  if (has('relative')) return 'family';
  return has('cue_history') ? 'history' : undefined;
}

/** Sentences with their concepts, scopes and times, under the section they stand in. */
export function pagesOf(sentences: readonly Sentence[], matcher: Matcher, now: Date): Page[] {
  let section: Section;
  return sentences.map((sentence) => {
    const isItem = sentence.isBullet || (sentence.isLine && !sentence.isHeader);
    if (
      sentence.afterBlank ||
      (sentence.isLine && !isItem) ||
      (sentence.isLine && !sentence.isBullet && section === undefined)
    )
      section = undefined;
    const scene = matcher.scene(sentence.tokens);
    const page: Page = { scene, scopes: scopesOf(matcher, scene, section), times: timesOf(sentence.tokens, now) };
    const opened = sectionOpenedBy(sentence, matcher, page);
    if (sentence.isHeader && sentence.isLine) section = opened;
    return page;
  });
}
