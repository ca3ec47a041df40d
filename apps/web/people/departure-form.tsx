import { Button, NativeSelect } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { useEss } from '../layout/ess-shell.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { fieldId } from '../ui/field-id.ts';
import { NBSP } from '../ui/format.ts';
import { peopleApi, peopleKeys } from './people-api.ts';
import styles from './people.module.css';
import { useFormErrors } from './use-form-errors.ts';
import type { Person } from './views.ts';
import { inHandWords } from './words.ts';

/** The departure: who takes what is in hand, then everything closes and the certificate opens. */
export function DepartureForm({ person }: { person: Person }) {
  const { slug } = useEss();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [handTo, setHandTo] = useState('');
  const [busy, setBusy] = useState(false);
  const form = useFormErrors();
  const options = useQuery({ queryKey: peopleKeys.options(slug), queryFn: () => peopleApi(slug).options() });
  const takers = [...new Map((options.data?.colleagues ?? []).map(({ id, name }) => [id, name])).entries()].filter(
    ([id]) => id !== person.id,
  );
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (person.inHand > 0 && !handTo) {
      form.show([{ field: 'handTo', message: 'Choisissez qui reprend ses demandes.' }]);
      return;
    }
    setBusy(true);
    try {
      const departure = await peopleApi(slug).depart(person.id, handTo || null);
      void client.invalidateQueries({ queryKey: peopleKeys.all(slug) });
      void navigate(`/${slug}/equipe/departs/${departure.id}`);
    } catch (thrown) {
      form.showThrown(thrown);
      setBusy(false);
    }
  };
  return (
    <form className={styles.inset} noValidate aria-label="Départ" onSubmit={(event) => void submit(event)}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} title="Le départ n’est pas enregistré" />
      <p className="soft">{inHandWords(person.inHand)}</p>
      <NativeSelect
        id={fieldId('handTo')}
        label={person.inHand > 0 ? 'Qui reprend ses demandes' : 'Qui reprendrait une demande arrivée entre-temps'}
        description="Chaque demande garde sa prochaine action et son échéance."
        value={handTo}
        error={form.messageFor('handTo')}
        data={[
          { value: '', label: person.inHand > 0 ? 'Choisir un collègue' : 'Personne, rien n’est en cours' },
          ...takers.map(([value, label]) => ({ value, label })),
        ]}
        onChange={(event) => setHandTo(event.currentTarget.value)}
      />
      {person.onCall.length > 0 && (
        <p className="soft">
          Ses périodes d’avis à venir ne seront plus tenues{NBSP}: le certificat les liste, à planifier de nouveau.
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" loading={busy}>
          {person.inHand > 0 ? 'Transmettre et fermer ses accès' : 'Fermer ses accès'}
        </Button>
      </div>
    </form>
  );
}
