import { Button, Checkbox } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../api/errors.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { NotLoaded } from '../ui/not-loaded.tsx';
import { Notice, Sheet } from '../ui/sheet.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { peopleApi, peopleKeys } from './people-api.ts';
import { PeopleFrame } from './people-frame.tsx';
import styles from './people.module.css';
import type { Settings, SharingDefault } from './views.ts';

const CHOICES: { value: SharingDefault; label: string; about: string }[] = [
  {
    value: 'consent',
    label: 'Avec le consentement du patient',
    about:
      'L’auteur, sa structure, le médecin traitant et ceux qui ont pris part. Les autres ont besoin d’un consentement vivant.',
  },
  {
    value: 'team',
    label: 'À toute l’équipe, sauf opposition',
    about: 'Le guichet et les spécialistes relisent un dossier clos, tant que le patient ne s’y oppose pas.',
  },
];

/** What the ESS chooses for itself. */
export function SettingsPage() {
  const { slug } = useEss();
  const settings = useQuery({ queryKey: peopleKeys.settings(slug), queryFn: () => peopleApi(slug).settings() });
  return (
    <PeopleFrame title="Réglages">
      <h1>Réglages</h1>
      {settings.isPending && <ListSkeleton rows={2} rowHeight={90} />}
      <NotLoaded query={settings} />
      {settings.data && <SettingsForm current={settings.data} />}
    </PeopleFrame>
  );
}

function SettingsForm({ current }: { current: Settings }) {
  const { slug } = useEss();
  const client = useQueryClient();
  const toast = useUndoToast();
  const [chosen, setChosen] = useState(current.sharingDefault);
  const [names, setNames] = useState(current.accessListNames);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      client.setQueryData(
        peopleKeys.settings(slug),
        await peopleApi(slug).changeSettings({ sharingDefault: chosen, accessListNames: names }),
      );
      toast({ message: 'Réglage enregistré, il vaut dès maintenant.' });
    } catch (thrown) {
      setError(messageOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet as="div" className={styles.narrow}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset className={styles.choices}>
          <legend>Qui relit un dossier quand plus rien n’est ouvert</legend>
          {CHOICES.map(({ value, label, about }) => (
            <label key={value} className={styles.choice} data-chosen={chosen === value ? '' : undefined}>
              <input
                type="radio"
                name="partage"
                value={value}
                checked={chosen === value}
                onChange={() => setChosen(value)}
              />
              <span>
                <strong>{label}</strong>
                <span className="soft small">{about}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <Checkbox
          checked={names}
          onChange={(event) => setNames(event.currentTarget.checked)}
          label="Le patient lit le nom de ceux qui ont ouvert son dossier"
          description="Dans sa liste des accès. Sans cela : la date, le rôle, la structure et le but."
        />
        {error && (
          <Notice tone="error" role="alert">
            {error}
          </Notice>
        )}
        <div className={styles.buttons}>
          <Button
            type="submit"
            loading={busy}
            disabled={chosen === current.sharingDefault && names === current.accessListNames}
          >
            Enregistrer
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
