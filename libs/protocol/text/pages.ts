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

/** Which section each sentence stands in: a header opens one; a blank line, another header or the end of its list closes it. */
class Sections {
  private current: Section;
  private isList = false;

  at(sentence: Sentence, startsToday: boolean): Section {
    const leavesList = sentence.isLine && this.isList && !sentence.isBullet;
    if (sentence.afterBlank || leavesList || startsToday) this.current = undefined;
    if (sentence.isBullet) this.isList = true;
    return this.current;
  }

  open(section: Section): void {
    this.current = section;
    this.isList = false;
  }
}

/** Sentences with their concepts, scopes and times, under the section they stand in. */
export function pagesOf(sentences: readonly Sentence[], matcher: Matcher, now: Date): Page[] {
  const sections = new Sections();
  const today = matcher.conceptIndex('cue_today');
  return sentences.map((sentence) => {
    const scene = matcher.scene(sentence.tokens);
    const startsToday = sentence.isLine && !sentence.isBullet && scene.spans(today).some((span) => span.from === 0);
    const section = sections.at(sentence, startsToday);
    const page: Page = { scene, scopes: scopesOf(matcher, scene, section), times: timesOf(sentence.tokens, now) };
    if (sentence.isHeader && sentence.isLine) sections.open(sectionOpenedBy(sentence, matcher, page));
    return page;
  });
}
