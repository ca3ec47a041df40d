import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Attachments } from '../attachments/attachments.tsx';
import { useEss } from '../layout/ess-shell.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { formatTime, nameAndAge } from '../ui/format.ts';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { isBehind } from './next-act.ts';
import { NotDone } from './not-done.tsx';
import { OvertakenSheet } from './overtaken-sheet.tsx';
import { RefusedWrites } from './refused-writes.tsx';
import { RoadBar } from './road-bar.tsx';
import { RoadHeader } from './road-header.tsx';
import { SavedLine } from './saved-line.tsx';
import { obstacles } from './sheet-draft.ts';
import type { SheetDraft } from './sheet-draft.ts';
import { useTour } from './tour-context.tsx';
import styles from './tour.module.css';
import sheetStyles from './visit-sheet.module.css';
import type { NurseStopView } from './views.ts';
import { visitAlarm } from './visit-alarm.ts';
import { AlarmActs, AlarmBanner } from './visit-alarm-banner.tsx';
import { VisitAccess, VisitKit, VisitState, VisitWhy } from './visit-facts.tsx';
import { VisitExams } from './visit-exams.tsx';
import { VisitFlags } from './visit-flags.tsx';
import { VisitMeasures } from './visit-measures.tsx';
import { VisitEnded } from './visit-ended.tsx';
import { VisitWritten } from './visit-written.tsx';

const Back = () => (
  <Link className={styles.square} to=".." relative="path" aria-label="Retour à la tournée">
    <IconArrowLeft size={25} stroke={1.9} />
  </Link>
);

/** One door: how to get in, why one came, and the sheet. */
export function VisitPage() {
  const { context } = useEss();
  const { actId = '' } = useParams();
  const { state } = useTour();
  usePageTitle(`Visite, ${context.ess.name}`);
  const rank = state.stops.findIndex((each) => each.actId === actId);
  const stop = state.stops[rank];
  if (!stop) {
    return (
      <>
        <RoadHeader title="Visite" before={<Back />} />
        <main id="contenu" className={styles.page}>
          <RefusedWrites />
          {state.ready ? (
            <section className={styles.empty}>
              <h2>Cette visite n’est plus dans votre tournée du jour.</h2>
              <p className="soft">La coordination l’a déplacée. Ce que vous avez écrit est gardé sur ce téléphone.</p>
              <Link className={sheetStyles.button} to=".." relative="path">
                Voir ma tournée
              </Link>
            </section>
          ) : (
            <ListSkeleton rows={3} rowHeight={140} label="Chargement de la visite" />
          )}
        </main>
      </>
    );
  }
  return <Visit key={actId} stop={stop} rank={rank + 1} total={state.stops.length} />;
}

function Visit({ stop, rank, total }: { stop: NurseStopView; rank: number; total: number }) {
  const { store, state } = useTour();
  const [tries, setTries] = useState(0);
  const sheet = store.sheetFor(stop);
  const ended = isBehind(stop);
  const alarm = ended ? null : visitAlarm(sheet, stop, state.view?.specialty ?? 'cardiologie', new Date());
  const errors = tries > 0 && !ended ? obstacles(sheet, stop.exams) : [];
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const change = (make: (before: SheetDraft) => SheetDraft) => store.type(stop, make);
  const finish = () => {
    setTries((before) => before + 1);
    if (obstacles(store.sheetFor(stop), stop.exams).length === 0) void store.done(stop);
  };
  const form = { stop, sheet, change, errorOf };
  const banner = alarm && <AlarmBanner alarm={alarm} sheet={sheet} change={change} />;
  return (
    <>
      <RoadHeader
        title={nameAndAge(stop.patientName, stop.patientAge)}
        note={`Visite ${rank} sur ${total} · promis ${formatTime(stop.promised.from)} – ${formatTime(stop.promised.to)}`}
        before={<Back />}
      />
      <main id="contenu" className={styles.page}>
        <RefusedWrites />
        <OvertakenSheet stop={stop} />
        {ended && <VisitEnded stop={stop} />}
        <ErrorSummary errors={errors} before="de finir la visite" attempt={tries} />
        <VisitState stop={stop} />
        {!ended && <VisitAccess stop={stop} />}
        <VisitWhy stop={stop} />
        {!ended && <VisitKit stop={stop} />}
        {ended ? (
          <VisitWritten sheet={sheet} />
        ) : (
          <>
            {alarm?.source === 'measures' && banner}
            <VisitMeasures {...form} />
            {alarm?.source === 'flags' && banner}
            <VisitFlags {...form} />
            <VisitExams {...form} />
          </>
        )}
        <section className={sheetStyles.block}>
          <Attachments requestId={stop.requestId} visitId={stop.actId} canAdd={!stop.sheetClosed} dense />
        </section>
        {!ended && <NotDone stop={stop} />}
      </main>
      {!ended && (
        <RoadBar
          stop={stop}
          place="sheet"
          onFinish={finish}
          saved={<SavedLine stop={stop} sheet={sheet} />}
          alarm={alarm && <AlarmActs change={change} />}
        />
      )}
    </>
  );
}
