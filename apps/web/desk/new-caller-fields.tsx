import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ChangeEvent } from 'react';
import { useEss } from '../layout/ess-shell.tsx';
import type { RequestAnswers } from '#forms';
import { CommuneField } from '../request-form/commune-field.tsx';
import type { DraftCaller } from '../request-form/draft.ts';
import { deviceStore } from '../session/device-store.ts';
import {
  callerKey,
  callerOf,
  EMPTY_CALLER,
  KIND_CHOICES,
  missingOf,
  PROFESSION_CHOICES,
  readStoredCaller,
  usualKind,
} from './new-caller.ts';
import type { NewCaller } from './new-caller.ts';
import styles from './call.module.css';

interface NewCallerFieldsProps {
  /** What was typed in the search: a name or a number. */
  typed: string;
  /** What the draft has of him already. */
  written: NewCaller | null;
  showMissing: boolean;
  onChange: (caller: DraftCaller | null, answers?: (answers: RequestAnswers) => RequestAnswers) => void;
  onLeave: () => void;
}

const fromTyped = (typed: string): NewCaller =>
  /^[\d\s.+]{4,}$/.test(typed) ? { ...EMPTY_CALLER, phone: typed } : { ...EMPTY_CALLER, familyName: typed };

/** Somebody new: name, function, number, structure; kept on this device while it is typed. */
export function NewCallerFields({ typed, written, showMissing, onChange, onLeave }: NewCallerFieldsProps) {
  const { slug, context } = useEss();
  const key = callerKey(context.me.professionalId, slug);
  const [caller, setCaller] = useState<NewCaller>(() => written ?? fromTyped(typed));
  const first = useRef<HTMLInputElement>(null);

  useEffect(() => {
    first.current?.focus();
    if (typed || written) return;
    void deviceStore.read(key).then((stored) => {
      const kept = readStoredCaller(stored, Date.now());
      if (!kept) return;
      setCaller(kept);
      const known = callerOf(kept);
      onChange(
        known,
        known ? (answers) => ({ ...answers, organisationId: null, callbackPhone: kept.phone }) : undefined,
      );
    });
    // Read once, when the fields appear.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);

  const set = (part: Partial<NewCaller>) => {
    const next = { ...caller, ...part };
    setCaller(next);
    void deviceStore.write(key, { at: Date.now(), caller: next });
    const known = callerOf(next);
    onChange(known, known ? (answers) => ({ ...answers, organisationId: null, callbackPhone: next.phone }) : undefined);
  };
  const text = (name: 'familyName' | 'givenName' | 'phone' | 'rpps' | 'organisationName') => ({
    value: caller[name],
    autoComplete: 'off',
    error: showMissing ? missing[name] : undefined,
    onChange: (event: ChangeEvent<HTMLInputElement>) => set({ [name]: event.currentTarget.value }),
  });
  const missing = missingOf(caller);
  const chosen = <T extends string>(choices: readonly { value: T }[], value: string): T | '' =>
    choices.find((choice) => choice.value === value)?.value ?? '';

  return (
    <div className={styles.caller}>
      <div className={styles.pair}>
        <TextInput ref={first} label="Nom" maxLength={100} {...text('familyName')} />
        <TextInput label="Prénom" maxLength={100} {...text('givenName')} />
      </div>
      <div className={styles.pair}>
        <NativeSelect
          label="Fonction"
          data={[{ value: '', label: 'Choisir' }, ...PROFESSION_CHOICES]}
          value={caller.profession}
          error={showMissing ? missing.profession : undefined}
          onChange={(event) => {
            const profession = chosen(PROFESSION_CHOICES, event.currentTarget.value);
            set({ profession, organisationKind: usualKind(profession) || caller.organisationKind });
          }}
        />
        <TextInput label="Téléphone" type="tel" inputMode="tel" maxLength={20} {...text('phone')} />
      </div>
      <div className={styles.pair}>
        <TextInput label="Structure" maxLength={120} {...text('organisationName')} />
        <NativeSelect
          label="Genre de structure"
          data={[{ value: '', label: 'Choisir' }, ...KIND_CHOICES]}
          value={caller.organisationKind}
          error={showMissing ? missing.organisationKind : undefined}
          onChange={(event) => set({ organisationKind: chosen(KIND_CHOICES, event.currentTarget.value) })}
        />
      </div>
      <div className={styles.pair}>
        <CommuneField
          field="caller.commune"
          label="Commune (facultatif)"
          name={caller.communeName}
          inseeCode={caller.communeInsee}
          onChange={(communeName, communeInsee) => set({ communeName, communeInsee })}
        />
        <TextInput label="RPPS (facultatif)" inputMode="numeric" maxLength={12} {...text('rpps')} />
      </div>
      <Button variant="default" style={{ justifySelf: 'start' }} onClick={onLeave}>
        Chercher parmi les connus
      </Button>
    </div>
  );
}
