import { hoursText, lineStatus, phoneHref, phoneText } from './hours-text.ts';
import { html, Html } from './html.ts';
import { alertIcon, icon, logo } from './icons.ts';
import { emergencyBand, renderDocument } from './layout.ts';
import { SPECIALTY_LABELS } from './public-ess.ts';
import type { PublicEss, PublicNow } from './public-ess.ts';
import { territorySketch } from './territory-sketch.ts';

const NBSP = '\u00a0';
const SHOWN_FIRST = 8;

/** The public page of one ESS, whole without any script. */
export function renderPublicPage(ess: PublicEss, now: PublicNow): string {
  const specialty = SPECIALTY_LABELS[ess.specialty];
  return renderDocument({
    title: `${ess.name} – Équipe de soins spécialisés, ${specialty}`,
    description: ess.page.lead,
    body: html`${emergencyBand(ess.page.emergencyBanner, alertIcon())} ${header(ess)}
      <main id="contenu">
        ${hero(ess, now)} ${steps(ess)} ${whoMayAsk(ess)} ${team(ess)} ${commitments(ess)} ${legal(ess)}
      </main>
      ${footer(ess)}`,
  });
}

const header = (ess: PublicEss): Html =>
  html`<header class="haut">
    <a class="marque" href="/${ess.slug}"
      >${logo(36)}<span>${ess.name}<small>Équipe de soins spécialisés</small></span></a
    >
    <nav aria-label="Principale">
      <a href="#fil">Comment ça marche</a><a href="#equipe">L’équipe</a><a href="#territoire">Le territoire</a>
    </nav>
    <a class="bouton" href="/connexion?ess=${ess.slug}">Se connecter</a>
  </header>`;

function hero(ess: PublicEss, now: PublicNow): Html {
  const { page } = ess;
  return html`<div class="large accueil">
    <div>
      <h1>${page.headline}</h1>
      <p class="chapo">${page.lead}</p>
      <div class="actions">
        <a class="bouton principal" href="/${ess.slug}/demande">${icon('form', 22)}Faire une demande</a
        ><a class="bouton" href="${phoneHref(ess.phone)}"
          >${icon('phone', 22)}<span class="sr">Appeler le </span>${phoneText(ess.phone)}</a
        >
      </div>
      <p class="horaires">
        <strong class="${now.openNow ? 'ouvert' : 'ferme'}">${lineStatus(now)}</strong> Par téléphone
        ${hoursText(ess.hours)}. Deux minutes par formulaire, jour et nuit.
      </p>
    </div>
    ${territory(ess)}
  </div>`;
}

function territory({ page }: PublicEss): Html | null {
  const sketch = territorySketch(page.places);
  if (!sketch) return null;
  const fixed = page.places.filter((place) => place.kind !== 'visit').length;
  const visited = page.places.length - fixed;
  const count = (total: number, one: string, many: string) => `${total}${NBSP}${total > 1 ? many : one}`;
  return html`<figure class="carte" id="territoire">
    ${sketch}
    <figcaption>
      <span>${icon('place')}${count(fixed, 'lieu de consultation', 'lieux de consultation')}</span
      >${visited > 0 ? html`<span>${icon('car')}${count(visited, 'commune visitée à domicile', 'communes visitées à domicile')}</span>` : null}
    </figcaption>
  </figure>`;
}

const steps = ({ page }: PublicEss): Html =>
  html`<section class="large bloc" id="fil" aria-labelledby="fil-titre">
    <h2 id="fil-titre">Une demande, un fil</h2>
    <p class="sous">Vous suivez chaque étape, vous ne renvoyez jamais rien.</p>
    <ol class="etapes">
      ${page.howItWorks.map((step, index) => html`<li><i aria-hidden="true">${index + 1}</i><strong>${step.title}</strong><span>${step.text}</span></li>`)}
    </ol>
  </section>`;

const whoMayAsk = ({ page }: PublicEss): Html | null =>
  page.whoMayAsk.length === 0
    ? null
    : html`<section class="large bloc" aria-labelledby="qui-titre">
        <h2 id="qui-titre">Qui peut demander${NBSP}?</h2>
        <ul class="qui">
          ${page.whoMayAsk.map((who) => html`<li>${who}</li>`)}
        </ul>
      </section>`;

const initials = (name: string): string => {
  const words = name
    .replace(/^(Dr|Pr|Mme|M\.)\s+/, '')
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0) ?? '').join('');
};

const card = (person: PublicEss['page']['team'][number], index: number): Html =>
  html`<li>
    <i class="teinte-${index % 4}" aria-hidden="true">${initials(person.name)}</i
    ><span
      ><strong>${person.name}</strong
      ><small>${person.place ? `${person.role}, ${person.place}` : person.role}</small></span
    >
  </li>`;

function team({ page }: PublicEss): Html | null {
  if (page.team.length === 0) return null;
  const first = page.team.slice(0, SHOWN_FIRST);
  const rest = page.team.slice(SHOWN_FIRST);
  return html`<section class="large bloc" id="equipe" aria-labelledby="equipe-titre">
    <h2 id="equipe-titre">L’équipe</h2>
    <p class="sous">${page.team.length}${NBSP}${page.team.length > 1 ? 'personnes' : 'personne'} à votre écoute.</p>
    <ul class="equipe">
      ${first.map(card)}
    </ul>
    ${
      rest.length > 0
        ? html`<details class="suite">
            <summary>Voir toute l’équipe</summary>
            <ul class="equipe">
              ${rest.map(card)}
            </ul>
          </details>`
        : null
    }
  </section>`;
}

const commitments = ({ page }: PublicEss): Html | null =>
  page.commitments.length === 0
    ? null
    : html`<section class="large bloc" aria-labelledby="engagements-titre">
        <h2 id="engagements-titre">Nos engagements</h2>
        <ul class="engagements">
          ${page.commitments.map((each) => html`<li><strong>${each.title}</strong><span>${each.text}</span></li>`)}
        </ul>
      </section>`;

const legal = ({ page }: PublicEss): Html | null =>
  page.legal.length === 0
    ? null
    : html`<section class="large bloc legal" id="mentions" aria-labelledby="mentions-titre">
        <h2 id="mentions-titre">Mentions légales et données personnelles</h2>
        ${page.legal.map(
          (each) =>
            html`<h3>${each.title}</h3>
              <p>${each.text}</p>`,
        )}
      </section>`;

const footer = (ess: PublicEss): Html =>
  html`<footer class="bas">
    <div class="large">
      ${logo(30, true)}<span>${ess.name}, ${ess.region}</span><span class="espace"></span
      ><a href="/">Toutes les équipes</a><a href="#mentions">Mentions légales</a>
    </div>
  </footer>`;
