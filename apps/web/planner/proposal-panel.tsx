import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Bone } from '../ui/skeletons.tsx';
import { KeyCap } from '../ui/tag.tsx';
import { BreakWords } from './break-words.tsx';
import styles from './detail.module.css';
import { findVisit, upset } from './find-visit.ts';
import { Subtitle } from './subtitle.tsx';
import type { Planner } from './use-planner.ts';
import { placeWords, priceWords } from './words.ts';

export const PLACE_BUTTON = 'data-place';

interface ProposalPanelProps {
  planner: Planner;
  /** Asked from the menu: the answer takes the focus. */
  takesFocus: boolean;
}

/** What the proposed place costs and breaks, before anything is done. */
export function ProposalPanel({ planner, takesFocus }: ProposalPanelProps) {
  const { proposal, placing, timeZone, place, forget } = planner;
  const button = useRef<HTMLButtonElement>(null);
  const { move = null } = proposal ?? {};
  useEffect(() => {
    if (takesFocus && move) button.current?.focus();
  }, [takesFocus, move]);
  if (!proposal || !planner.day) return null;
  const startAt = move ? findVisit(move.day, proposal.actId)?.stop?.startAt : undefined;
  const breaks = move?.violations ?? [];
  return (
    <section className={styles.proposal} aria-labelledby="deplacement" data-watch={breaks.length > 0 ? '' : undefined}>
      <Subtitle isWide={planner.isWide} id="deplacement">
        Déplacement proposé
      </Subtitle>
      <div role="status">
        <p className={styles.where}>
          {placeWords(planner.day, proposal.target, startAt ?? proposal.target.startAt, timeZone)}
        </p>
        {move ? (
          <>
            <p className={styles.price}>{priceWords(move.priceMin, move.priceKm)}</p>
            {breaks.length === 0 && <p className="soft">Tout tient.</p>}
            <ul className={styles.breaks}>
              {breaks.map((violation) => (
                <li key={`${violation.actId}-${violation.teamId}-${violation.text}`}>
                  <IconAlertCircle size={16} stroke={1.9} aria-hidden="true" />
                  <BreakWords whose={upset(move.day, proposal.actId, violation)} text={violation.text} />
                </li>
              ))}
            </ul>
            {move.disturbed.length > 0 && (
              <>
                <p className={styles.subtitle}>Autres visites touchées</p>
                <ul className={styles.disturbed}>
                  {move.disturbed.map(({ actId, patientName, text }) => (
                    <li key={actId}>
                      <b>{patientName}</b> {text}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        ) : (
          <Bone width="60%" height={22} />
        )}
      </div>
      <div className={styles.buttons}>
        <Button
          ref={button}
          {...{ [PLACE_BUTTON]: '' }}
          disabled={!move || placing}
          rightSection={<KeyCap>Entrée</KeyCap>}
          onClick={() => void place()}
        >
          {breaks.length > 0 ? 'Poser ici quand même' : 'Poser ici'}
        </Button>
        <Button variant="default" rightSection={<KeyCap>Échap</KeyCap>} onClick={forget}>
          Annuler
        </Button>
      </div>
    </section>
  );
}
