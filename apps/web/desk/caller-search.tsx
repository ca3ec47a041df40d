import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { api, call } from '../api/client.ts';
import { messageOf } from '../api/errors.ts';
import type { ProfessionalHitView } from '../api/views.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { REQUESTER_ROLE_LABELS } from '#contracts/enums';
import { formatPhone } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import styles from './call.module.css';

export interface KnownCaller {
  professionalId: string;
  organisationId: string;
  phone: string | null;
  /** « Dr Hélène Marchais, Cabinet médical de Savenay » */
  label: string;
}

const LABELS: Readonly<Record<string, string>> = REQUESTER_ROLE_LABELS;

/** One line for each structure where the person works: choosing says who and for whom. */
const toCallers = (hits: readonly ProfessionalHitView[]) =>
  hits.flatMap((hit) =>
    hit.organisations.map((organisation) => ({
      key: `${hit.id}:${organisation.id}`,
      name: hit.displayName,
      note: [
        LABELS[hit.profession] ?? hit.profession,
        organisation.name,
        organisation.communeName,
        hit.phone && formatPhone(hit.phone),
      ]
        .filter(Boolean)
        .join(' · '),
      caller: {
        professionalId: hit.id,
        organisationId: organisation.id,
        phone: hit.phone,
        label: `${hit.displayName}, ${organisation.name}`,
      },
    })),
  );

interface CallerSearchProps {
  onChoose: (caller: KnownCaller) => void;
  /** Absent: only who is known already can be chosen. */
  onCreate?: (typed: string) => void;
}

/** Typed, arrowed, Entrée: the hand does not leave the keyboard while the other one holds the phone. */
export function CallerSearch({ onChoose, onCreate }: CallerSearchProps) {
  const { slug } = useEss();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [query] = useDebouncedValue(typed.trim(), 200);
  const wanted = query.length >= 2;
  const found = useQuery({
    queryKey: ['ess', slug, 'professionals', query.toLowerCase()],
    queryFn: () =>
      call(() => api.POST('/api/e/{ess}/professionals/search', { params: { path: { ess: slug } }, body: { query } })),
    enabled: wanted,
  });
  const callers = wanted && found.data ? toCallers(found.data) : [];
  const current = Math.min(active, callers.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (callers.length > 0) setActive((current + step + callers.length) % callers.length);
    }
    if (event.key === 'Enter' && typed.trim()) {
      event.preventDefault();
      const chosen = callers[current];
      if (chosen && query === typed.trim()) onChoose(chosen.caller);
    }
  };
  const optionId = (index: number) => `${listId}-${index}`;
  return (
    <>
      <TextInput
        label="Nom, téléphone ou RPPS"
        description="Flèches pour choisir, Entrée pour valider"
        autoComplete="off"
        maxLength={60}
        ref={(input) => {
          if (input && typed === '' && document.activeElement === document.body) input.focus();
        }}
        role="combobox"
        aria-expanded={callers.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={callers.length > 0 ? optionId(current) : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {found.isError && <Notice tone="watch">{messageOf(found.error)}</Notice>}
      <ul id={listId} role="listbox" aria-label="Professionnels" className={styles.hits} hidden={callers.length === 0}>
        {callers.map((hit, index) => (
          <li
            key={hit.key}
            id={optionId(index)}
            role="option"
            aria-selected={index === current}
            className={styles.hit}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(hit.caller)}
          >
            <strong>{hit.name}</strong>
            <span>{hit.note}</span>
          </li>
        ))}
      </ul>
      <p role="status" className="muted">
        {wanted &&
          found.isSuccess &&
          callers.length === 0 &&
          `Personne à ce nom. Vérifiez l’orthographe${onCreate ? ', ou écrivez la fiche' : ''}.`}
      </p>
      {onCreate && (
        <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => onCreate(typed.trim())}>
          Nouvel appelant…
        </Button>
      )}
    </>
  );
}
