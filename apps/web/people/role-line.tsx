import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatCivilDate, NBSP, parseCivilDate } from '../ui/format.ts';
import styles from './people.module.css';
import type { usePersonAct } from './use-person-act.ts';
import type { PersonRole } from './views.ts';
import { periodWords, roleWords } from './words.ts';

interface RoleLineProps {
  role: PersonRole;
  today: string;
  /** The last one: it goes by the departure. */
  only: boolean;
  editable: boolean;
  busy: boolean;
  act: ReturnType<typeof usePersonAct>['act'];
}

/** A role and its period; the last day can be set or moved, a role among several taken away. */
export function RoleLine({ role, today, only, editable, busy, act }: RoleLineProps) {
  const [open, setOpen] = useState(false);
  const [endsOn, setEndsOn] = useState(role.endsOn ? formatCivilDate(role.endsOn) : '');
  const [error, setError] = useState<string | undefined>();
  const save = async () => {
    const day = endsOn.trim() ? parseCivilDate(endsOn) : null;
    const wrong = endsOn.trim() !== '' && day === null;
    setError(wrong ? 'Écrivez le dernier jour, par exemple 24/05/2027.' : undefined);
    if (wrong) return;
    const said = day ? `Dernier jour${NBSP}: ${formatCivilDate(day)}.` : 'Plus de dernier jour.';
    const done = await act(role.id, (api) => api.changePeriod(role.id, { startsOn: role.startsOn, endsOn: day }), said);
    if (done) setOpen(false);
  };
  return (
    <li className={styles.roleLine} data-past={role.live ? undefined : ''}>
      <span>
        {roleWords(role)}
        <span className="muted small"> {periodWords(role, today)}</span>
      </span>
      {editable && role.live && (
        <span className={styles.lineActs}>
          <Button variant="subtle" size="compact-md" aria-expanded={open} onClick={() => setOpen(!open)}>
            Dernier jour…<span className="sr-only"> {roleWords(role)}</span>
          </Button>
          {!only && (
            <Button
              variant="subtle"
              size="compact-md"
              loading={busy}
              onClick={() =>
                void act(role.id, (api) => api.endRole(role.id), `Rôle retiré${NBSP}: ${roleWords(role)}.`)
              }
            >
              Retirer<span className="sr-only"> {roleWords(role)}</span>
            </Button>
          )}
        </span>
      )}
      {open && (
        <form
          className={styles.inlineForm}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <TextInput
            label="Dernier jour, jj/mm/aaaa"
            description={`Vide${NBSP}: sans fin`}
            inputMode="numeric"
            maxLength={10}
            autoComplete="off"
            value={endsOn}
            error={error}
            onChange={(event) => setEndsOn(event.currentTarget.value)}
          />
          <Button type="submit" loading={busy}>
            Enregistrer
          </Button>
        </form>
      )}
    </li>
  );
}
