import { phoneHref, phoneText } from './hours-text.ts';
import { html } from './html.ts';
import { alertIcon, icon, logo } from './icons.ts';
import { emergencyBand, renderDocument } from './layout.ts';
import { SPECIALTY_LABELS } from './public-ess.ts';
import type { PublicEss } from './public-ess.ts';

const EMERGENCY =
  'Douleur dans la poitrine, malaise, paralysie ou parole difficile\u00a0: appelez le\u00a015. Ce site ne traite pas les urgences vitales.';

/** The door of the platform: one card for each team. */
export function renderHome(
  list: readonly Pick<PublicEss, 'slug' | 'name' | 'specialty' | 'region' | 'phone'>[],
): string {
  const cards = list.map(
    (ess) =>
      html`<li>
        <h2><a href="/${ess.slug}">${ess.name}</a></h2>
        <p>Équipe de soins spécialisés, ${SPECIALTY_LABELS[ess.specialty]}. ${ess.region}.</p>
        <p class="actions">
          <a class="bouton principal" href="/${ess.slug}/demande"
            >${icon('form')}Faire une demande<span class="sr"> à ${ess.name}</span></a
          ><a class="bouton" href="${phoneHref(ess.phone)}"
            >${icon('phone')}<span class="sr">Appeler ${ess.name}, </span>${phoneText(ess.phone)}</a
          >
        </p>
      </li>`,
  );
  return renderDocument({
    title: 'Guichet ESS – Équipes de soins spécialisés',
    description: 'Une seule porte pour demander un spécialiste\u00a0: à distance, en consultation ou à domicile.',
    body: html`${emergencyBand(EMERGENCY, alertIcon())}
      <header class="haut">
        <a class="marque" href="/"
          >${logo(36)}<span>Guichet ESS<small>Équipes de soins spécialisés</small></span></a
        ><span class="espace"></span><a class="bouton" href="/connexion">Se connecter</a>
      </header>
      <main id="contenu" class="large portail">
        <h1>Demander un avis à une équipe de spécialistes</h1>
        <p class="chapo">
          Une seule porte pour demander un spécialiste${'\u00a0'}: à distance, en consultation ou à domicile.
        </p>
        ${
          list.length > 0
            ? html`<ul class="portes">
                ${cards}
              </ul>`
            : html`<p>Aucune équipe n’est encore ouverte ici.</p>`
        }
      </main>
      <footer class="bas">
        <div class="large">${logo(30, true)}<span>Guichet ESS</span></div>
      </footer>`,
  });
}
