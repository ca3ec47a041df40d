/** A piece of HTML that is safe: its values were escaped when it was made. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlValue = Html | readonly Html[] | string | number | null;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

function render(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return value.map((each) => each.text).join('');
}

/** The layout of the source is no part of the page. */
const compact = (part: string): string => part.replace(/\s*\n\s*/g, ' ').replaceAll(' >', '>');

/** Tag of the templates: every value is escaped unless it is already `Html`. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return new Html(strings.map((part, index) => compact(part) + render(values[index] ?? null)).join(''));
}
