import { Button } from '@mantine/core';
import { IconArrowLeft, IconCalendarOff, IconLock, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { VISIT_STATUS_LABELS } from '#contracts/care';
import { NBSP } from '../ui/format.ts';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { KeyCap, Tag } from '../ui/tag.tsx';
import styles from './detail.module.css';
import type { FoundVisit } from './find-visit.ts';
import { MoveMenu } from './move-menu.tsx';
import { ProposalPanel } from './proposal-panel.tsx';
import { focusVisit } from './use-planner-keys.ts';
import type { Planner } from './use-planner.ts';
import { isFrozen, statusNow } from './words.ts';
import { WhyHere } from './why-here.tsx';

interface VisitDetailProps {
  planner: Planner;
  found: FoundVisit;
  menuOpen: boolean;
  onMenu: (open: boolean) => void;
}

const STATUS_TONES = {
  planned: 'neutral',
  en_route: 'info',
  arrived: 'info',
  done: 'done',
  not_done: 'watch',
} as const;

/** One visit: who, why here, what may be done with it. */
export function VisitDetail({ planner, found, menuOpen, onMenu }: VisitDetailProps) {
  const { day, proposal, running, isWide, slug } = planner;
  const { visit, stop } = found;
  const [fromMenu, setFromMenu] = useState(false);
  const mayChange = day !== undefined && !day.readOnly && !isFrozen(visit);
  const own = proposal?.actId === visit.actId;
  useEffect(() => {
    if (!own) setFromMenu(false);
  }, [own]);
  const close = () => {
    planner.forget();
    planner.select(null);
    requestAnimationFrame(() => focusVisit(visit.actId));
  };
  // Narrow, the visit is the page.
  const Title = isWide ? 'h2' : 'h1';
  const icon = { size: 16, stroke: 1.9, 'aria-hidden': true } as const;
  return (
    <section className={styles.detail} aria-labelledby="visite">
      {!isWide && (
        <button type="button" className={styles.back} onClick={close}>
          <IconArrowLeft {...icon} /> La journée
        </button>
      )}
      <header className={styles.header}>
        <Title id="visite" tabIndex={-1}>
          {visit.patientName}
        </Title>
        {isWide && (
          <button type="button" className={styles.close} aria-label="Fermer la visite" onClick={close}>
            <IconX {...icon} />
          </button>
        )}
        <p className={styles.tags}>
          <PriorityChip value={visit.class} />
          {visit.patientAge <= 120 && (
            <Tag>
              {visit.patientAge}
              {NBSP}ans
            </Tag>
          )}
          <Tag tone={stop ? STATUS_TONES[statusNow(visit)] : 'neutral'}>
            {stop ? VISIT_STATUS_LABELS[statusNow(visit)] : 'À placer'}
          </Tag>
          {visit.locked && (
            <Tag>
              <IconLock size={14} stroke={2} aria-hidden="true" />
              Verrouillée
            </Tag>
          )}
        </p>
        <p className="soft">
          {visit.placeLabel} · <Link to={`/${slug}/bureau/${visit.requestId}`}>demande {visit.reference}</Link>
        </p>
      </header>
      {own && <ProposalPanel planner={planner} takesFocus={fromMenu} />}
      {mayChange && !own && (
        <div className={styles.buttons}>
          <Button
            variant="default"
            rightSection={<KeyCap>D</KeyCap>}
            aria-expanded={menuOpen}
            disabled={running !== null || visit.locked}
            onClick={() => onMenu(!menuOpen)}
          >
            Déplacer vers…
          </Button>
          {stop && (
            <>
              <Button
                variant="default"
                rightSection={<KeyCap>V</KeyCap>}
                disabled={running !== null}
                onClick={() => planner.run({ name: 'lock', actId: visit.actId, locked: !visit.locked })}
              >
                {visit.locked ? 'Libérer' : 'Verrouiller'}
              </Button>
              <Button
                variant="subtle"
                leftSection={<IconCalendarOff {...icon} />}
                disabled={running !== null || visit.locked}
                onClick={() => {
                  setFromMenu(true);
                  void planner.propose(visit.actId, { teamId: null });
                }}
              >
                Remettre à placer
              </Button>
            </>
          )}
        </div>
      )}
      {!mayChange && day && !day.readOnly && (
        <p className={styles.frozen}>
          {visit.status === 'done'
            ? 'Cette visite est terminée\u00a0: elle ne se déplace plus.'
            : 'L’équipe y est ou s’y rend\u00a0: cette visite ne se déplace plus.'}
        </p>
      )}
      {mayChange && visit.locked && <p className="soft">Verrouillée ici{NBSP}: libérez-la pour la déplacer.</p>}
      {menuOpen && mayChange && !visit.locked && !own && day && (
        <MoveMenu
          key={visit.actId}
          planner={planner}
          day={day}
          visit={visit}
          onChoose={(target) => {
            setFromMenu(true);
            onMenu(false);
            void planner.propose(visit.actId, target);
          }}
        />
      )}
      <WhyHere planner={planner} found={found} />
    </section>
  );
}
