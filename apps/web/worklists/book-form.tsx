import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { whenDone } from '../api/when-done.ts';
import { civilDay } from '../decision/instants.ts';
import { useKept } from '../follow-up/use-kept.ts';
import { useActs } from '../follow-up/use-request-acts.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { formatMoment } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { EMPTY_BOOKING, isTypedBooking, readBooking, type BookingErrors, type TypedBooking } from './booking.ts';
import { refusalWords, useWorkAct } from './use-work-acts.ts';
import type { WorkItem } from './views.ts';
import styles from './worklists.module.css';

/** Date and hour typed, length, place, with whom; kept on the device until accepted. */
export function BookForm({ item }: { item: WorkItem }) {
  const { slug, context } = useEss();
  const zone = context.ess.timezone;
  const act = useWorkAct(slug, item.id);
  const decision = useActs(slug, item.id, true);
  const toast = useUndoToast();
  const kept = useKept(`${context.me.professionalId}:${slug}:${item.id}:book`, EMPTY_BOOKING, isTypedBooking);
  const [errors, setErrors] = useState<BookingErrors>({});
  const colleagues = decision.data?.colleagues ?? [];
  const open = decision.data?.acts.findLast((one) => one.state === 'open');
  const asked = open?.question;
  // Who was asked for, until somebody else is chosen.
  const wanted = colleagues.find(({ id }) => id === open?.wantedWithId)?.id ?? '';
  const typed = { ...kept.value, withId: kept.value.withId || wanted };
  const set = (part: Partial<TypedBooking>) => kept.change({ ...kept.value, ...part });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const now = new Date();
    const read = readBooking(typed, civilDay(now, zone), now, zone);
    setErrors('errors' in read ? read.errors : {});
    if ('errors' in read) return;
    const { booking } = read;
    whenDone(act.mutateAsync({ act: 'book', booking, version: item.version }), (request) => {
      kept.forget();
      toast({
        message: `${item.patientName}\u00a0: ${formatMoment(booking.at, zone)}. Rien n’est encore parti.`,
        onUndo: () => act.mutate({ act: 'undo', version: request.version }),
      });
    });
  };
  const field = (name: keyof TypedBooking) => ({
    value: typed[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label="Donner un rendez-vous">
      {act.isError && (
        <Notice tone="watch" role="alert">
          {refusalWords(act.error, item, zone)}
        </Notice>
      )}
      {asked && <blockquote className={styles.asked}>{asked}</blockquote>}
      <div className={styles.fields}>
        <TextInput
          label="Date, jj/mm/aaaa"
          autoFocus
          autoComplete="off"
          inputMode="numeric"
          maxLength={10}
          {...field('day')}
        />
        <TextInput label="Heure, hh:mm" autoComplete="off" maxLength={8} {...field('time')} />
        <TextInput label="Durée, minutes" inputMode="numeric" autoComplete="off" maxLength={3} {...field('minutes')} />
        <NativeSelect
          label="Avec"
          data={[
            { value: '', label: 'Choisir un spécialiste' },
            ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...field('withId')}
        />
      </div>
      <TextInput
        label="Lieu"
        placeholder={item.modality === 'teleconsultation' ? 'Lien envoyé au patient' : 'Centre, étage, accès'}
        autoComplete="off"
        maxLength={200}
        {...field('place')}
      />
      <Button type="submit" loading={act.isPending}>
        Noter le rendez-vous
      </Button>
    </form>
  );
}
