import { html, Html } from './html.ts';

interface Page {
  title: string;
  description: string;
  body: Html;
}

/** The frame of every page rendered by the server: no script, one style sheet, our own letter. */
export function renderDocument({ title, description, body }: Page): string {
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content="${description}" />
        <title>${title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="preload" href="/assets/fonts/atkinson-next-latin.woff2" as="font" type="font/woff2" crossorigin />
        <link rel="stylesheet" href="/public.css" />
        <link rel="stylesheet" href="/public-sections.css" />
      </head>
      <body>
        <a class="evitement" href="#contenu">Aller au contenu</a>
        ${body}
      </body>
    </html> `.text;
}

/** The band of vital emergency, on top of every public page; « 15 » is a link that dials. */
export function emergencyBand(text: string, icon: Html): Html {
  const match = /(appelez\s+le\s+15|\b15\b)/i.exec(text);
  const words = match
    ? html`${text.slice(0, match.index)}<a href="tel:15">${match[0]}</a>${text.slice(match.index + match[0].length)}`
    : html`${text} <a href="tel:15">Appelez le 15</a>`;
  return html`<div class="urgence" role="region" aria-label="Urgence vitale">${icon}<span>${words}</span></div>`;
}
