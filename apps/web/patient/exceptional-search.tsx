import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { SubmitEvent } from 'react';
import { Link } from 'react-router';
import { useEss } from '../layout/ess-shell.tsx';
import { DateField } from '../request-form/date-field.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { fieldId } from '../ui/field-id.ts';
import { NBSP } from '../ui/format.ts';
import { Sheet } from '../ui/sheet.tsx';
import { searchErrors } from './exceptional.ts';
import type { TypedSearch } from './exceptional.ts';
import { useExceptionalSearch } from './patient-api.ts';
import styles from './patient.module.css';
import { Refusal } from './refusal.tsx';
import { useTyped } from './use-typed.ts';
import type { ExceptionalHit } from './views.ts';
import { birthWords } from './words.ts';

/** Three exact traits: nothing is found by a piece of a name. */
export function ExceptionalSearch({ onChoose }: { onChoose: (hit: ExceptionalHit) => void }) {
  const { slug, context } = useEss();
  const form = useTyped<TypedSearch>('recherche', { birthDate: null, birthName: '', givenName: '' }, searchErrors);
  const { typed, set, errorOf } = form;
  const search = useExceptionalSearch(slug);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    form.tried();
    if (!form.isWhole || search.isPending) return;
    search.mutate({
      birthDate: typed.birthDate ?? '',
      birthName: typed.birthName.trim(),
      givenName: typed.givenName.trim(),
    });
  };
  const now = new Date();
  return (
    <Sheet labelledBy="trouver">
      <h2 id="trouver">1. La personne, exactement</h2>
      <form className={styles.form} onSubmit={submit} noValidate aria-label="Trouver la personne">
        <ErrorSummary errors={form.errors} before="de chercher" attempt={form.attempt} />
        <Refusal error={search.error} zone={context.ess.timezone} />
        <DateField
          field="recherche-birthDate"
          label="Date de naissance"
          value={typed.birthDate}
          error={errorOf('birthDate')}
          onChange={(birthDate) => set({ birthDate })}
        />
        <div className={styles.pair}>
          <TextInput
            id={fieldId('recherche-birthName')}
            label="Nom de naissance, en entier"
            autoComplete="off"
            maxLength={100}
            value={typed.birthName}
            error={errorOf('birthName')}
            onChange={(event) => set({ birthName: event.currentTarget.value })}
          />
          <TextInput
            id={fieldId('recherche-givenName')}
            label="Premier prénom, en entier"
            autoComplete="off"
            maxLength={100}
            value={typed.givenName}
            error={errorOf('givenName')}
            onChange={(event) => set({ givenName: event.currentTarget.value })}
          />
        </div>
        <div className={styles.acts}>
          <Button
            type="submit"
            loading={search.isPending}
            leftSection={<IconSearch size={18} stroke={1.9} aria-hidden="true" />}
          >
            Chercher
          </Button>
        </div>
      </form>
      <div role="status">
        {search.isSuccess && search.data.length === 0 && (
          <p className={styles.after}>
            Personne ne porte exactement ces traits ici. Vérifiez la date et l’orthographe{NBSP}: chaque recherche est
            notée.
          </p>
        )}
      </div>
      {search.isSuccess && search.data.length > 0 && (
        <ul className={styles.hits}>
          {search.data.map((hit) => (
            <li key={hit.id}>
              <span>
                <strong>
                  {hit.birthName} {hit.givenNames}
                </strong>
                <span className="muted small">
                  {[birthWords(hit, now), hit.communeName].filter(Boolean).join(' · ')}
                </span>
              </span>
              {hit.withinReach ? (
                <span>
                  <Link to={`/${slug}/patients/${hit.id}`}>Ouvrir le dossier</Link>
                  <span className="muted small">il vous est déjà ouvert, sans exception</span>
                </span>
              ) : (
                <Button
                  variant="default"
                  aria-label={`C’est cette personne\u00a0: ${hit.birthName} ${hit.givenNames}`}
                  onClick={() => onChoose(hit)}
                >
                  C’est cette personne
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
