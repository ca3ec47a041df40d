import { SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Navigate } from 'react-router';
import { messageOf } from '../api/errors.ts';
import { DeskFrame } from '../desk/desk-frame.tsx';
import { HelpOverlay } from '../desk/help-overlay.tsx';
import { useEss } from '../layout/ess-shell.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { EmptyState } from '../ui/sheet.tsx';
import { RefusalBand } from './bands.tsx';
import { DayBar } from './day-bar.tsx';
import { dayWords } from './dates.ts';
import { LeftForAnotherDay } from './drafted-elsewhere.tsx';
import { DragLabel } from './drag-label.tsx';
import { findVisit } from './find-visit.ts';
import { PLANNER_KEYS } from './keyboard.ts';
import type { PlannerCommand } from './keyboard.ts';
import { neighbourOf, placeOf, stepFrom } from './lane-geometry.ts';
import { Lanes, LanesLegend } from './lanes.tsx';
import { MapPane } from './map-pane.tsx';
import styles from './planner.module.css';
import { PublishPanel } from './publish-panel.tsx';
import { TeamLists } from './team-list.tsx';
import { UnplannedPane } from './unplanned-pane.tsx';
import { focusVisit, useKeptFocus, usePlannerKeys } from './use-planner-keys.ts';
import { usePlanner } from './use-planner.ts';
import { VisitDetail } from './visit-detail.tsx';
import { isFrozen } from './words.ts';

/** « Tournées », for those who plan them. */
export function PlannerRoutes() {
  const { slug, context } = useEss();
  if (!context.me.permissions.includes('tour.plan')) return <Navigate to={`/${slug}/bureau`} replace />;
  return <PlannerPage />;
}

/** One day of the mobile teams: what is left to place, who goes where and when, what each move costs. */
function PlannerPage() {
  const planner = usePlanner();
  const { day, shown, query, selectedId, proposal, isWide, running } = planner;
  const [view, setView] = useState<'hours' | 'list'>('hours');
  const [help, setHelp] = useState(false);
  const [publishing, setPublishing] = useState(false);
  const [menuFor, setMenuFor] = useState<string | null>(null);
  const menuOpen = menuFor !== null && menuFor === selectedId;
  const found = findVisit(shown, selectedId);
  const left = found ? undefined : shown?.draftedElsewhere.find(({ actId }) => actId === selectedId);
  const showsDetail = found !== null;
  usePageTitle(`Tournées, ${dayWords(planner.date)}`);
  useKeptFocus();

  useEffect(() => setPublishing(false), [planner.date, day?.publishedAt]);
  useEffect(() => {
    if (!isWide && selectedId) document.getElementById('visite')?.focus();
  }, [isWide, selectedId, showsDetail]);

  const run = (command: PlannerCommand): boolean => {
    if (help || !day) return false;
    const focused = document.activeElement?.closest<HTMLElement>('[data-act]')?.dataset.act ?? null;
    const actId = focused ?? selectedId;
    const visit = findVisit(day, actId)?.visit;
    const mayChange = visit !== undefined && !day.readOnly && !isFrozen(visit) && running === null;
    switch (command.name) {
      case 'help':
        setHelp(true);
        return true;
      case 'list':
        setView((before) => (before === 'hours' ? 'list' : 'hours'));
        return true;
      case 'publish':
        if (day.readOnly || proposal || running) return false;
        setPublishing((before) => !before);
        return true;
      case 'leave':
        return leave();
      case 'walk': {
        const next = actId && shown && neighbourOf(shown, actId, command.direction);
        if (next) focusVisit(next);
        return true;
      }
      case 'place':
        return place(focused);
      default:
        if (!actId || !mayChange) return false;
        if (visit.locked && command.name !== 'lock') {
          planner.select(actId);
          return true;
        }
        if (command.name === 'shift') {
          const from = proposal?.actId === actId ? proposal.target : placeOf(day, actId);
          const target = from && stepFrom(day, actId, from, command.direction);
          if (target) carry(actId, target);
        } else if (command.name === 'unplan') carry(actId, { teamId: null });
        else if (command.name === 'lock') planner.run({ name: 'lock', actId, locked: !visit.locked });
        else {
          planner.select(actId);
          setMenuFor(actId);
        }
        return true;
    }
  };
  const carry = (actId: string, target: Parameters<typeof planner.propose>[1]) => {
    if (isWide) planner.select(actId);
    void planner.propose(actId, target);
  };
  const leave = (): boolean => {
    if (proposal) planner.forget();
    else if (publishing) setPublishing(false);
    else if (menuOpen) setMenuFor(null);
    else if (selectedId) {
      planner.select(null);
      requestAnimationFrame(() => focusVisit(selectedId));
    } else return false;
    return true;
  };
  /** Enter on the visit that is proposed places it; what breaks a rule takes the button itself, on purpose. */
  const place = (focused: string | null): boolean => {
    if (!proposal?.move || (focused !== null && focused !== proposal.actId)) return false;
    if (proposal.move.violations.length > 0) document.querySelector<HTMLElement>('[data-place]')?.focus();
    else void planner.place();
    return true;
  };
  usePlannerKeys(run);

  const detail = found && (
    <VisitDetail
      key={found.visit.actId}
      planner={planner}
      found={found}
      menuOpen={menuOpen}
      onMenu={(open) => setMenuFor(open ? found.visit.actId : null)}
    />
  );
  return (
    <DeskFrame urgent={0} onHelp={() => setHelp(true)} keys={PLANNER_KEYS}>
      <main id="contenu" className={styles.page} data-detail={showsDetail ? '' : undefined}>
        {(isWide || !showsDetail) && (
          <DayBar planner={planner} publishing={publishing} onPublish={() => setPublishing((before) => !before)} />
        )}
        {planner.problem !== null && (
          <RefusalBand error={planner.problem} timeZone={planner.timeZone} onDismiss={planner.dismiss} />
        )}
        <p className={styles.said} role="status">
          {planner.said}
        </p>
        {publishing && day && (isWide || !showsDetail) && (
          <PublishPanel planner={planner} day={day} onClose={() => setPublishing(false)} />
        )}
        {query.isError && !day ? (
          <EmptyState title="La journée ne s’ouvre pas.">
            <p>{messageOf(query.error)}</p>
            <button type="button" className={styles.again} onClick={() => void query.refetch()}>
              Réessayer
            </button>
          </EmptyState>
        ) : (
          <div className={styles.panes}>
            {(isWide || !showsDetail) && <UnplannedPane planner={planner} />}
            {(isWide || !showsDetail) && (
              <section className={styles.centre} aria-label="Tournées du jour">
                {isWide && (
                  <div className={styles.centreBar}>
                    <h2>Équipes</h2>
                    {view === 'hours' && <LanesLegend />}
                    <SegmentedControl
                      size="xs"
                      aria-label="Montrer"
                      value={view}
                      onChange={(value) => setView(value === 'list' ? 'list' : 'hours')}
                      data={[
                        { value: 'hours', label: 'Heures' },
                        { value: 'list', label: 'Liste' },
                      ]}
                    />
                  </div>
                )}
                {shown?.teams.length === 0 ? (
                  <EmptyState title="Aucune équipe ne roule ce jour.">
                    <p>Choisissez un autre jour.</p>
                  </EmptyState>
                ) : isWide && view === 'hours' ? (
                  <Lanes planner={planner} />
                ) : (
                  <TeamLists planner={planner} />
                )}
              </section>
            )}
            <aside className={styles.side} aria-label="Croquis et visite choisie">
              {detail}
              {left && <LeftForAnotherDay visit={left} />}
              <MapPane planner={planner} />
              {!detail && isWide && shown && (
                <p className={styles.hint}>
                  Choisissez une visite pour voir pourquoi elle est là. Glissez-la, ou portez-la avec Maj et les flèches
                  {'\u00a0'}: son prix se montre avant de la poser.
                </p>
              )}
            </aside>
          </div>
        )}
      </main>
      <DragLabel planner={planner} />
      <HelpOverlay opened={help} onClose={() => setHelp(false)} keys={PLANNER_KEYS}>
        Une place qui enfreint une règle se pose avec son bouton, exprès.
      </HelpOverlay>
    </DeskFrame>
  );
}
