import { Button, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { SubmitEvent } from 'react';
import { messageOf } from '../api/errors.ts';
import { whenDone } from '../api/when-done.ts';
import { useKeptText } from '../follow-up/use-kept.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { ReportSheet } from '../reports/report-sheet.tsx';
import { useReports } from '../reports/use-reports.ts';
import { formatMoment } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import { Bone } from '../ui/skeletons.tsx';
import { Tag } from '../ui/tag.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { ClaimButton } from './claim-button.tsx';
import { refusalWords, useWorkAct } from './use-work-acts.ts';
import type { WorkItem } from './views.ts';
import { WorkCard } from './work-card.tsx';
import styles from './worklists.module.css';

/** An answer that waits for its proof: call, read it aloud, write to whom. */
export function UnreadCard({ item, late }: { item: WorkItem; late: boolean }) {
  const { slug, context } = useEss();
  const zone = context.ess.timezone;
  const act = useWorkAct(slug, item.id);
  const [open, setOpen] = useState<'none' | 'read' | 'phone'>('none');
  const panel = useId();
  const toggle = (which: 'read' | 'phone') => setOpen((now) => (now === which ? 'none' : which));
  const mayReceive = context.me.permissions.includes('report.receive') && item.reportId;

  return (
    <WorkCard
      item={item}
      slug={slug}
      clock={late ? 'À rappeler avant' : 'Lecture attendue avant'}
      clockFrom={item.answeredAt}
    >
      <p className={styles.since}>
        {item.answeredAt && (
          <span>
            Réponse signée le <time dateTime={item.answeredAt}>{formatMoment(item.answeredAt, zone)}</time>
          </span>
        )}
        {item.readBy && <Tag tone="info">Lu par {item.readBy}, pas par le demandeur</Tag>}
      </p>
      {act.isError && act.variables.act !== 'by_phone' && (
        <Notice tone="watch" role="alert">
          {refusalWords(act.error, item, zone)}
        </Notice>
      )}
      <div className={styles.acts}>
        {mayReceive && (
          <Button
            variant={late && open === 'none' ? 'filled' : 'default'}
            aria-expanded={open === 'phone'}
            aria-controls={panel}
            onClick={() => toggle('phone')}
          >
            Lu par téléphone…
          </Button>
        )}
        <Button variant="default" aria-expanded={open !== 'none'} aria-controls={panel} onClick={() => toggle('read')}>
          {open === 'none' ? 'Lire la réponse' : 'Replier'}
        </Button>
        <ClaimButton item={item} act={act} />
      </div>
      <div id={panel} className={styles.panel} hidden={open === 'none'}>
        {open === 'phone' && <ByPhone item={item} act={act} />}
        {open !== 'none' && <Aloud item={item} />}
      </div>
    </WorkCard>
  );
}

/** The text to read aloud. */
function Aloud({ item }: { item: WorkItem }) {
  const { slug, context } = useEss();
  const reports = useReports(slug, item.id);
  if (reports.isPending) return <Bone height={120} />;
  if (reports.isError) return <Notice tone="watch">{messageOf(reports.error)}</Notice>;
  const report = reports.data.reports.find(({ id }) => id === item.reportId) ?? reports.data.reports[0];
  if (!report) return <p className="muted">Cette réponse n’est plus là.</p>;
  return (
    <div className={styles.aloud}>
      <p className="muted">
        {report.kindLabel}, {report.authorName}
      </p>
      <ReportSheet report={report} zone={context.ess.timezone} level={3} />
    </div>
  );
}

function ByPhone({ item, act }: { item: WorkItem; act: ReturnType<typeof useWorkAct> }) {
  const { slug, context } = useEss();
  const toast = useUndoToast();
  const kept = useKeptText(`${context.me.professionalId}:${slug}:${item.id}:by_phone`);
  const [missing, setMissing] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const toldTo = kept.value.trim();
    setMissing(toldTo.length < 2);
    if (toldTo.length < 2 || !item.reportId) return;
    whenDone(act.mutateAsync({ act: 'by_phone', reportId: item.reportId, toldTo, version: item.version }), () => {
      kept.forget();
      toast({
        message: `${item.patientName}\u00a0: réponse lue par téléphone avec ${toldTo}. La demande est close.`,
      });
    });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label="Lu par téléphone">
      {act.isError && act.variables.act === 'by_phone' && (
        <Notice tone="watch" role="alert">
          {refusalWords(act.error, item, context.ess.timezone)}
        </Notice>
      )}
      <TextInput
        label="Lu par téléphone avec"
        description={`Nom et fonction de la personne. La demande vient de ${item.requesterName}.`}
        autoComplete="off"
        maxLength={120}
        autoFocus
        value={kept.value}
        error={missing ? 'Indiquez à qui la réponse a été lue.' : undefined}
        onChange={(event) => kept.change(event.currentTarget.value)}
      />
      <Button type="submit" loading={act.isPending && act.variables.act === 'by_phone'}>
        Réponse lue, clore
      </Button>
    </form>
  );
}
