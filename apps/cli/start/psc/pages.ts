import type { FictitiousPerson } from './people.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (found) => ENTITIES[found] ?? '');

const STYLE = `
  body { margin: 0; background: #f6f4f0; color: #16211f; font: 17px/1.5 system-ui, sans-serif; }
  main { max-width: 520px; margin: 0 auto; padding: 32px 16px; }
  h1 { font-size: 1.6rem; line-height: 1.2; }
  ul { display: grid; gap: 10px; margin: 20px 0; padding: 0; list-style: none; }
  button { width: 100%; min-height: 52px; padding: 8px 14px; border: 1.5px solid #7b7971; border-radius: 10px;
    background: #fff; color: inherit; font: inherit; text-align: left; cursor: pointer; }
  button:hover { background: #e3f2ef; }
  button:focus-visible { outline: 3px solid #053a36; outline-offset: 2px; }
  small { display: block; color: #59625f; }
  .note { padding: 10px 14px; border: 1px solid #dedcd5; border-radius: 10px; background: #fff; }`;

const page = (title: string, content: string): string => `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
<main>
<h1>${title}</h1>
${content}
</main>
</html>
`;

export const TITLE = 'Fournisseur fictif de la démonstration';

/** Where one says who one is, without any proof: everybody here is invented. */
export const choicePage = (people: readonly FictitiousPerson[], action: string): string =>
  page(
    TITLE,
    `<p class="note">Sur cette machine, cette page tient la place de Pro Santé Connect, sans aucun lien avec lui. Elle ne demande
aucune preuve\u00a0: les personnes sont inventées.</p>
<p>Qui êtes-vous\u00a0?</p>
<form method="post" action="${escape(action)}">
<ul>
${people
  .map(
    ({ subject, givenName, familyName, note }) =>
      `<li><button name="subject" value="${escape(subject)}"><strong>${escape(`${givenName} ${familyName}`)}</strong><small>${escape(note)}</small></button></li>`,
  )
  .join('\n')}
</ul>
<p><button name="abandon" value="1">Revenir au guichet sans se connecter</button></p>
</form>`,
  );

/** Signing out here leaves at once; the button is for a browser without script. */
export const leavingPage = (form: string): string =>
  page(
    TITLE,
    `<p>Fin de la session fictive…</p>
${form}
<button form="op.logoutForm" name="logout" value="yes">Continuer</button>
<script>
  const form = document.getElementById('op.logoutForm');
  const answer = document.createElement('input');
  answer.type = 'hidden';
  answer.name = 'logout';
  answer.value = 'yes';
  form.append(answer);
  form.submit();
</script>`,
  );

export const leftPage = (): string =>
  page(TITLE, '<p>La session fictive est finie. Vous pouvez fermer cette page.</p>');

export const errorPage = (code: string): string =>
  page(TITLE, `<p>Cette étape est trop ancienne ou a déjà servi (${escape(code)}). Recommencez depuis le guichet.</p>`);
