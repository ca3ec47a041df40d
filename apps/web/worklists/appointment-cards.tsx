import { Button, Textarea } from '@mantine/core';
import { IconBuildingHospital, IconCalendarEvent, IconVideo } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { SubmitEvent } from 'react';
import { MODALITY_LABELS } from '#contracts/enums';
import { whenDone } from '../api/when-done.ts';
import { submitOnCtrlEnter } from '../desk/ctrl-enter.ts';
import { useKeptText } from '../follow-up/use-kept.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { formatMoment } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import { Tag } from '../ui/tag.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { BookForm } from './book-form.tsx';
import { refusalWords, useWorkAct } from './use-work-acts.ts';
import type { WorkItem } from './views.ts';
import { WorkCard } from './work-card.tsx';
import styles from './worklists.module.css';

function Way({ item }: { item: WorkItem }) {
  const Icon = item.modality === 'teleconsultation' ? IconVideo : IconBuildingHospital;
  return (
    <Tag>
      <Icon size={16} stroke={1.9} aria-hidden="true" />
      {item.modality ? MODALITY_LABELS[item.modality] : 'Rendez-vous'}
    </Tag>
  );
}

/** Decided, without a date yet. */
export function ToBookCard({ item }: { item: WorkItem }) {
  const { slug } = useEss();
  const [open, setOpen] = useState(false);
  const panel = useId();
  return (
    <WorkCard item={item} slug={slug} clock="Date à donner avant" clockFrom={item.receivedAt}>
      <div className={styles.acts}>
        <Way item={item} />
        <Button
          variant="default"
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen((before) => !before)}
        >
          {open ? 'Replier, le texte est gardé' : 'Donner un rendez-vous…'}
        </Button>
      </div>
      <div id={panel} className={styles.panel} hidden={!open}>
        {open && <BookForm item={item} />}
      </div>
    </WorkCard>
  );
}

/** The date is given; when nobody came, it goes back to the list with its reason. */
export function AppointmentCard({ item }: { item: WorkItem }) {
  const { slug, context } = useEss();
  const zone = context.ess.timezone;
  const [open, setOpen] = useState(false);
  const panel = useId();
  return (
    <WorkCard
      item={item}
      slug={slug}
      clock={null}
      moment={
        item.plannedFrom && (
          <span className={styles.moment}>
            <IconCalendarEvent size={16} stroke={1.9} aria-hidden="true" />
            <time dateTime={item.plannedFrom}>{formatMoment(item.plannedFrom, zone)}</time>
          </span>
        )
      }
    >
      <div className={styles.acts}>
        <Way item={item} />
        <Button
          variant="default"
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen((before) => !before)}
        >
          {open ? 'Replier, le texte est gardé' : 'Rendez-vous non tenu…'}
        </Button>
      </div>
      <div id={panel} className={styles.panel} hidden={!open}>
        {open && <MissedForm item={item} zone={zone} />}
      </div>
    </WorkCard>
  );
}

function MissedForm({ item, zone }: { item: WorkItem; zone: string }) {
  const { slug, context } = useEss();
  const act = useWorkAct(slug, item.id);
  const toast = useUndoToast();
  const kept = useKeptText(`${context.me.professionalId}:${slug}:${item.id}:missed`);
  const [missing, setMissing] = useState(false);
  const save = () => {
    const reason = kept.value.trim();
    setMissing(reason.length < 3);
    if (reason.length < 3) return;
    whenDone(act.mutateAsync({ act: 'missed', reason, version: item.version }), () => {
      kept.forget();
      toast({ message: `${item.patientName}\u00a0: rendez-vous non tenu, de nouveau à donner.` });
    });
  };
  return (
    <form
      className={styles.form}
      noValidate
      aria-label="Rendez-vous non tenu"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        save();
      }}
    >
      {act.isError && (
        <Notice tone="watch" role="alert">
          {refusalWords(act.error, item, zone)}
        </Notice>
      )}
      <Textarea
        label="Pourquoi"
        description="Le demandeur lit cette raison. Ctrl + Entrée pour enregistrer"
        autosize
        minRows={2}
        maxLength={500}
        value={kept.value}
        error={missing ? 'Écrivez en quelques mots pourquoi.' : undefined}
        onChange={(event) => kept.change(event.currentTarget.value)}
        onKeyDown={submitOnCtrlEnter(save)}
      />
      <Button type="submit" loading={act.isPending}>
        Rendez-vous non tenu
      </Button>
    </form>
  );
}
