import {
  IconCar,
  IconClipboardText,
  IconCircleCheck,
  IconMapPinCheck,
  IconNavigation,
  IconPhone,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { NBSP } from '../ui/format.ts';
import { callLink, nextAct, wayLink } from './next-act.ts';
import type { NextAct } from './next-act.ts';
import { useTour } from './tour-context.tsx';
import styles from './tour.module.css';
import type { NurseStopView } from './views.ts';

const ICON = { size: 26, stroke: 1.9, 'aria-hidden': true } as const;

interface RoadBarProps {
  stop: NurseStopView;
  place: 'tour' | 'sheet';
  /** On the sheet: « Visite faite » was pressed. */
  onFinish?: () => void;
  /** The « 15 » takes the place of the filled button. */
  alarm?: ReactNode;
  saved?: ReactNode;
}

/** Itinéraire, Appeler, and the next status: three thumbs wide, one of them filled. */
export function RoadBar({ stop, place, onFinish, alarm, saved }: RoadBarProps) {
  const act = nextAct(stop.status, place);
  return (
    <nav className={styles.bar} aria-label="Actions de la visite">
      {saved}
      <div className={styles.acts}>
        {alarm ?? (
          <>
            <WayLink stop={stop} />
            <CallLink stop={stop} />
          </>
        )}
        {act && <ActButton act={act} stop={stop} onFinish={onFinish} main={!alarm} />}
      </div>
    </nav>
  );
}

function WayLink({ stop }: { stop: NurseStopView }) {
  const href = wayLink(stop, navigator.userAgent);
  return (
    <a className={styles.act} href={href} {...(href.startsWith('https') && { target: '_blank', rel: 'noreferrer' })}>
      <IconNavigation {...ICON} />
      Itinéraire
    </a>
  );
}

function CallLink({ stop }: { stop: NurseStopView }) {
  const phone = stop.phone || stop.contactPhone;
  if (!phone) {
    return (
      <span className={styles.act} aria-disabled="true">
        <IconPhone {...ICON} />
        Pas de numéro
      </span>
    );
  }
  return (
    <a className={styles.act} href={callLink(phone)}>
      <IconPhone {...ICON} />
      Appeler
      <span className="sr-only">
        {NBSP}
        {stop.phone ? stop.patientName : stop.contactName}
      </span>
    </a>
  );
}

const ACT_ICONS = { en_route: IconCar, arrived: IconMapPinCheck, fill: IconClipboardText, finish: IconCircleCheck };

function ActButton({
  act,
  stop,
  onFinish,
  main,
}: {
  act: NextAct;
  stop: NurseStopView;
  onFinish?: () => void;
  main: boolean;
}) {
  const { store } = useTour();
  const Icon = ACT_ICONS[act.kind === 'status' ? act.status : act.kind];
  const filled = main ? '' : undefined;
  if (act.kind === 'fill') {
    return (
      <Link className={styles.act} data-main={filled} to={stop.actId}>
        <Icon {...ICON} />
        {act.label}
      </Link>
    );
  }
  const press = () => (act.kind === 'status' ? void store.status(stop, act.status) : onFinish?.());
  return (
    <button type="button" className={styles.act} data-main={filled} onClick={press}>
      <Icon {...ICON} />
      {act.label}
    </button>
  );
}
