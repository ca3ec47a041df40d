import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useEss } from '../layout/ess-shell.tsx';
import { upperFirst } from '../ui/format.ts';
import styles from './dpo.module.css';
import { oversightApi, oversightKeys } from './oversight-api.ts';
import { PatientFilter } from './patient-filter.tsx';
import type { TrailQuery } from './views.ts';

interface TrailFiltersProps {
  query: TrailQuery;
  onChange: (query: TrailQuery) => void;
  onClear: () => void;
}

/** Days, a person, a kind of act, one patient. */
export function TrailFilters({ query, onChange, onClear }: TrailFiltersProps) {
  const { slug } = useEss();
  const [searching, setSearching] = useState(false);
  const choices = useQuery({
    queryKey: oversightKeys.filters(slug),
    queryFn: oversightApi(slug).filters,
    staleTime: 300_000,
  });
  const actions = choices.data?.actions ?? [];
  const families = [...new Set(actions.map(({ family }) => family))];
  const shown = query.family ? actions.filter(({ family }) => family === query.family) : actions;
  const filtered = Object.values(query).some((value) => value !== '' && value !== null);
  const set = (part: Partial<TrailQuery>) => onChange({ ...query, ...part });
  return (
    <section className={styles.filters} aria-label="Filtres du journal">
      <div className={styles.fields} data-pairs="">
        <TextInput
          type="date"
          label="Du"
          value={query.from}
          max={query.to || undefined}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="Au"
          value={query.to}
          min={query.from || undefined}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
        <NativeSelect
          label="Personne"
          data={[
            { value: '', label: 'Tout le monde' },
            ...(choices.data?.people ?? []).map(({ id, name, role }) => ({ value: id, label: `${name}, ${role}` })),
          ]}
          value={query.actor}
          onChange={(event) => set({ actor: event.currentTarget.value })}
        />
        <NativeSelect
          label="Famille"
          data={[
            { value: '', label: 'Toutes' },
            ...families.map((family) => ({ value: family, label: upperFirst(family) })),
          ]}
          value={query.family}
          onChange={(event) => {
            const { value } = event.currentTarget;
            set({ family: families.find((family) => family === value) ?? '', action: '' });
          }}
        />
        <NativeSelect
          label="Action"
          data={[{ value: '', label: 'Toutes' }, ...shown.map(({ action, label }) => ({ value: action, label }))]}
          value={query.action}
          onChange={(event) => set({ action: event.currentTarget.value })}
        />
      </div>
      <div className={styles.chosen}>
        {query.patient ? (
          <Button
            variant="light"
            rightSection={<IconX size={16} stroke={1.9} aria-hidden="true" />}
            onClick={() => set({ patient: null })}
          >
            Patient&nbsp;: {query.patient.name}
            <span className="sr-only">, retirer ce filtre</span>
          </Button>
        ) : (
          <Button
            variant="default"
            aria-expanded={searching}
            aria-controls="filtre-patient"
            onClick={() => setSearching((before) => !before)}
          >
            {searching ? 'Replier la recherche' : 'Un patient…'}
          </Button>
        )}
        {filtered && (
          <Button variant="subtle" onClick={onClear}>
            Effacer les filtres
          </Button>
        )}
      </div>
      <div id="filtre-patient" hidden={!searching || query.patient !== null}>
        {searching && !query.patient && (
          <PatientFilter
            onFound={(patient) => {
              set({ patient });
              setSearching(false);
            }}
          />
        )}
      </div>
    </section>
  );
}
