import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { api, call } from '../api/client.ts';
import type { CommuneView } from '../api/views.ts';
import { fieldId } from '../ui/field-id.ts';
import styles from './commune-field.module.css';

const labelOf = (commune: CommuneView) => `${commune.name} (${commune.inseeCode.slice(0, 2)})`;

interface CommuneFieldProps {
  field: string;
  label: string;
  name: string;
  inseeCode: string;
  onChange: (name: string, inseeCode: string) => void;
  error?: string;
}

/** The commune by its first letters; only one of the list counts, so that the road can be planned. */
export function CommuneField({ field, label, name, inseeCode, onChange, error }: CommuneFieldProps) {
  const listId = useId();
  const [active, setActive] = useState(0);
  const [closed, setClosed] = useState(true);
  const [asked] = useDebouncedValue(name.trim(), 150);
  const wanted = asked.length >= 2 && inseeCode === '';
  const found = useQuery({
    queryKey: ['communes', asked.toLowerCase()],
    queryFn: () => call(() => api.GET('/api/communes', { params: { query: { q: asked } } })),
    enabled: wanted,
    staleTime: Infinity,
  });
  const communes = wanted ? (found.data ?? []) : [];
  const current = Math.min(active, communes.length - 1);
  const opened = communes.length > 0 && !closed;
  const optionId = (index: number) => `${listId}-${index}`;
  const choose = (commune: CommuneView | undefined) => {
    if (!commune) return;
    setClosed(true);
    onChange(commune.name, commune.inseeCode);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!opened) return;
    if (event.key === 'ArrowDown') setActive((current + 1) % communes.length);
    else if (event.key === 'ArrowUp') setActive((current - 1 + communes.length) % communes.length);
    else if (event.key === 'Enter') choose(communes[current]);
    else if (event.key === 'Escape') setClosed(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.box}>
      <TextInput
        id={fieldId(field)}
        label={label}
        description={
          wanted && found.isSuccess && communes.length === 0
            ? 'Aucune commune à ce nom : vérifiez l’orthographe.'
            : undefined
        }
        autoComplete="off"
        maxLength={100}
        role="combobox"
        aria-expanded={opened}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={opened ? optionId(current) : undefined}
        value={name}
        error={error}
        onChange={(event) => {
          setActive(0);
          setClosed(false);
          onChange(event.currentTarget.value, '');
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setClosed(true);
          const same = communes.filter((commune) => commune.name.toLowerCase() === name.trim().toLowerCase());
          if (inseeCode === '' && same.length === 1) choose(same[0]);
        }}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label={`${label}\u00a0: propositions`}
        className={styles.list}
        hidden={!opened}
      >
        {opened &&
          communes.map((commune, index) => (
            <li
              key={commune.inseeCode}
              id={optionId(index)}
              role="option"
              aria-selected={index === current}
              className={styles.option}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(commune)}
            >
              {labelOf(commune)}
            </li>
          ))}
      </ul>
    </div>
  );
}
