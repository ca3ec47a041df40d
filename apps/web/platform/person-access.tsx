import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { api, call } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import people from '../people/people.module.css';
import { ResetFactors } from '../people/reset-factors.tsx';
import { useFormErrors } from '../people/use-form-errors.ts';
import { professionWords } from '../people/words.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { fieldId } from '../ui/field-id.ts';
import { NBSP } from '../ui/format.ts';
import { Tag } from '../ui/tag.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import styles from './platform.module.css';

type Person = components['schemas']['PlatformPersonView'];

const find = (email: string) => call(() => api.POST('/api/platform/people/search', { body: { email } }));
const at = (id: string) => ({ params: { path: { id } } });
const ACTS = {
  disable: (id: string) => call(() => api.POST('/api/platform/people/{id}/disable', at(id))),
  enable: (id: string) => call(() => api.POST('/api/platform/people/{id}/enable', at(id))),
  factors: (id: string) => call(() => api.POST('/api/platform/people/{id}/reset-factors', at(id))),
};
type Act = keyof typeof ACTS;

const DONE: Record<Act, string> = {
  disable: 'accès fermé dans toutes ses équipes.',
  enable: 'accès rétabli.',
  factors: 'second facteur à refaire. Un courriel l’en prévient.',
};
const STATES = {
  open: { text: 'Accès ouvert', tone: 'done' },
  disabled: { text: 'Fermé par son équipe', tone: 'watch' },
  closed: { text: 'Fermé par la plateforme', tone: 'watch' },
} as const;

/** Somebody whom several teams share: what none of them may do alone. */
export function PersonAccess() {
  const toast = useUndoToast();
  const form = useFormErrors();
  const [email, setEmail] = useState('');
  const [person, setPerson] = useState<Person | null>(null);
  const [busy, setBusy] = useState<Act | 'find' | null>(null);
  const run = async (what: Act | 'find', ask: () => Promise<Person>) => {
    setBusy(what);
    try {
      const found = await ask();
      form.show([]);
      setPerson(found);
      if (what !== 'find') toast({ message: `${found.name}${NBSP}: ${DONE[what]}` });
    } catch (thrown) {
      if (what === 'find') setPerson(null);
      form.showThrown(thrown);
    }
    setBusy(null);
  };
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    void run('find', () => find(email.trim()));
  };
  return (
    <section className={people.list} aria-labelledby="acces-personne">
      <div className={styles.ess}>
        <div>
          <h2 id="acces-personne">Accès d’une personne</h2>
          <p className="soft small">
            Pour quelqu’un que plusieurs équipes partagent{NBSP}: son équipe seule ne peut ni fermer son compte, ni
            remettre à zéro son second facteur.
          </p>
        </div>
        <form noValidate aria-label="Trouver une personne" onSubmit={search}>
          <ErrorSummary errors={form.errors} attempt={form.attempt} title="Rien n’est changé" />
          <div className={styles.find}>
            <TextInput
              id={fieldId('email')}
              label="Adresse de son compte"
              type="email"
              autoComplete="off"
              maxLength={200}
              value={email}
              error={form.messageFor('email')}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={busy === 'find'}>
              Trouver
            </Button>
          </div>
        </form>
        {person && <Found person={person} busy={busy} onAct={(act) => void run(act, () => ACTS[act](person.id))} />}
      </div>
    </section>
  );
}

function Found({ person, busy, onAct }: { person: Person; busy: string | null; onAct: (act: Act) => void }) {
  const state = STATES[person.state];
  return (
    <div className={people.inset} role="group" aria-label={person.name}>
      <div className={styles.line}>
        <div className={styles.what}>
          <h3>{person.name}</h3>
          <span className="soft small">
            {[professionWords(person.profession), person.email].filter(Boolean).join(' · ')}
          </span>
          <span className="soft small">
            {person.teams.length > 0 ? person.teams.map(({ name }) => name).join(', ') : 'Dans aucune équipe'}
          </span>
        </div>
        <Tag tone={state.tone}>{state.text}</Tag>
      </div>
      <div className={people.buttons}>
        {person.state === 'closed' ? (
          <Button loading={busy === 'enable'} onClick={() => onAct('enable')}>
            Rétablir l’accès
          </Button>
        ) : (
          <Button variant="default" loading={busy === 'disable'} onClick={() => onAct('disable')}>
            Fermer l’accès partout
          </Button>
        )}
        {person.factors > 0 && <ResetFactors busy={busy === 'factors'} onReset={() => onAct('factors')} />}
      </div>
      <p className="muted small">
        Fermer coupe ses sessions tout de suite, annule ses liens et rend ses demandes à ses équipes. Aucune équipe ne
        peut rouvrir.
      </p>
    </div>
  );
}
