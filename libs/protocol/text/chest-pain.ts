import { PAIN_LINES, type PainLine } from './chest-pain.data.ts';
import { isDenied, isInside, type Scopes } from './scopes.ts';
import type { Matcher, Scene, Span } from './matcher.ts';
import { nearestTime, type TimeSpan } from './time.ts';

/** Everything the reader knows of one sentence. */
export interface Page {
  scene: Scene;
  scopes: Scopes;
  times: TimeSpan[];
}

const isHeard = (span: Span, { scopes }: Page): boolean =>
  !isInside(span, scopes.condition) && !isInside(span, scopes.family);

function says(matcher: Matcher, pages: readonly Page[], name: string): boolean {
  const index = matcher.conceptIndex(name);
  return pages.some((page) =>
    page.scene.spans(index).some((span) => isHeard(span, page) && !isDenied(span, page.scopes)),
  );
}

const within = (hours: number, range: [number, number] | undefined): boolean =>
  range !== undefined && hours >= range[0] && hours <= range[1];

function fits(line: PainLine, said: (name: string) => boolean, time: TimeSpan | undefined): boolean {
  const isDated = line.ago !== undefined || line.since !== undefined;
  if (line.isUndated && time !== undefined) return false;
  if (isDated && !(time && within(time.hours, time.kind === 'since' ? line.since : line.ago))) return false;
  return (line.all ?? []).every(said) && !(line.none ?? []).some(said);
}

/** Other complaints begin another story: their sentence is not about the pain. */
const OTHER_STORIES = ['syncope', 'palpitations', 'dyspnoea', 'murmur', 'af', 'deficit'];

function isAboutPain(matcher: Matcher, page: Page): boolean {
  return !OTHER_STORIES.some((name) => page.scene.spans(matcher.conceptIndex(name)).length > 0);
}

/** The sign that one mention of chest pain states, with the sentences around it read for time and course. */
export function chestPainSign(matcher: Matcher, pages: readonly Page[], at: number, span: Span): string | undefined {
  const page = pages[at];
  if (!page) return undefined;
  const around = [pages[at - 1], pages[at + 1], pages[at + 2]].filter((other) => other !== undefined);
  const related = around.filter((other) => isAboutPain(matcher, other));
  const heard = [page, ...related.filter((other) => other !== pages[at - 1])];
  const said = (name: string): boolean => says(matcher, heard, name);
  const time =
    nearestTime(span, page.times, page.scene.tokens, 25) ??
    related.flatMap((other) => other.times).find(({ hours, kind }) => kind !== 'ahead' && hours < 8000);
  return PAIN_LINES.find((line) => fits(line, said, time))?.id;
}
