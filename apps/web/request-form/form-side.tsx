import { reasonOf } from '#forms';
import { formatPhone, formatSoon } from '../ui/format.ts';
import { Sheet } from '../ui/sheet.tsx';
import { useNow } from '../ui/use-now.ts';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';

/** Beside the form: what happens next, what speeds the answer, and the other door. */
export function FormSide() {
  const { form, answers, ess, draft } = useForm();
  const { context } = ess;
  const now = new Date(useNow());
  const documents = reasonOf(form, answers.reason)?.documents ?? [];
  return (
    <aside className={styles.stack} aria-label="Ce qui se passe ensuite">
      <Sheet quiet labelledBy="ensuite-titre">
        <h2 id="ensuite-titre">Ce qui se passe ensuite</h2>
        <dl className={styles.facts}>
          <div>
            <dt>Un humain lit et confirme</dt>
            <dd>
              {context.openNow
                ? 'Le guichet est ouvert'
                : context.nextOpeningAt
                  ? `Le guichet ouvre ${formatSoon(context.nextOpeningAt, now, context.ess.timezone)}`
                  : 'À la prochaine ouverture'}
            </dd>
          </div>
          <div>
            <dt>Vous suivez chaque étape</dt>
            <dd>Sur ce site, sans rien renvoyer</dd>
          </div>
        </dl>
      </Sheet>
      {documents.length > 0 && (
        <Sheet quiet labelledBy="utile-titre">
          <h2 id="utile-titre">Utile à avoir sous la main</h2>
          <ul>
            {documents.map((document) => (
              <li key={document}>{document}</li>
            ))}
          </ul>
        </Sheet>
      )}
      {draft.mode === 'form' && (
        <Sheet quiet labelledBy="telephone-titre">
          <h2 id="telephone-titre">Plus simple par téléphone ?</h2>
          <p>Dites-le, nous remplissons avec vous.</p>
          <p style={{ fontSize: '1.1875rem', fontWeight: 700, marginTop: 6 }} className="num">
            <a href={`tel:${context.ess.phone}`}>{formatPhone(context.ess.phone)}</a>
          </p>
        </Sheet>
      )}
    </aside>
  );
}
