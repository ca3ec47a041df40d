import {
  IconAlertCircle,
  IconBriefcase,
  IconCamera,
  IconCar,
  IconChevronRight,
  IconDeviceHeartMonitor,
  IconDog,
  IconDroplet,
  IconHeartRateMonitor,
  IconKey,
  IconSticker,
  IconTestPipe,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { formatTime, nameAndAge, NBSP } from '../ui/format.ts';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { useNow } from '../ui/use-now.ts';
import { accessWords } from './access-words.ts';
import { civilWords } from './civil-words.ts';
import { punctuality } from './next-act.ts';
import styles from './tour.module.css';
import type { NurseStopView } from './views.ts';

const ICON = { size: 22, stroke: 1.9, 'aria-hidden': true } as const;

const KIT_ICONS: [RegExp, typeof IconBriefcase][] = [
  [/électrode/i, IconSticker],
  [/ecg|électro/i, IconHeartRateMonitor],
  [/écho|echo/i, IconDeviceHeartMonitor],
  [/prél|tube|bio/i, IconTestPipe],
  [/photo/i, IconCamera],
  [/gel/i, IconDroplet],
];
/** Names too long for a tile; the visit has them whole. */
const KIT_SHORT: Record<string, string> = {
  Électrocardiographe: 'ECG',
  'Électrodes et papier': 'Électrodes',
  'Matériel de prélèvement': 'Prélèvement',
  'Appareil photo': 'Photos',
};

/** « promis entre 10:00 et 11:00 » */
export const promiseWords = ({ promised }: NurseStopView): string =>
  `promis entre ${formatTime(promised.from)} et ${formatTime(promised.to)}`;

/** « 14 min de route » */
export const roadWords = ({ travelMin }: NurseStopView): string =>
  travelMin > 0 ? `${travelMin}${NBSP}min de route` : 'Moins d’une minute de route';

export const placeWords = ({ communeName, address }: NurseStopView): string =>
  [communeName, address].filter(Boolean).join(', ');

/** The next door: hour, class, name, town and promise, then what to hold in the hand. */
export function NextStopCard({ stop }: { stop: NurseStopView }) {
  const now = useNow();
  const time = punctuality(stop, now);
  return (
    <section className={styles.next} aria-labelledby="prochaine-etape">
      <div className={styles.nextTop}>
        <time className={styles.hour} dateTime={stop.startAt}>
          {formatTime(stop.startAt)}
        </time>
        <PriorityChip value={stop.class} size="lg" />
      </div>
      <h2 id="prochaine-etape" className={styles.name} style={{ color: 'var(--ink)', fontSize: '1.375rem' }}>
        {nameAndAge(stop.patientName, stop.patientAge)}
      </h2>
      {civilWords(stop) && <p className="soft">{civilWords(stop)}</p>}
      <p className="soft">{placeWords(stop)}</p>
      <p className="soft">{promiseWords(stop)}</p>
      <Tiles stop={stop} />
      <p className={styles.travel}>
        <IconCar {...ICON} />
        <span>
          {stop.status === 'arrived' ? 'Vous êtes sur place' : roadWords(stop)}
          {time && (
            <span className={styles.tone} data-tone={time.tone}>
              , {time.words}
            </span>
          )}
        </span>
      </p>
      <Link className={styles.open} to={stop.actId}>
        Voir la visite<span className="sr-only"> de {stop.patientName}</span>
        <IconChevronRight {...ICON} />
      </Link>
    </section>
  );
}

/** Code, risks, kit: what is read from the car. */
function Tiles({ stop }: { stop: NurseStopView }) {
  const { code, risks } = accessWords(stop.accessNotes);
  if (!code && risks.length === 0 && stop.kit.length === 0) return null;
  return (
    <ul className={styles.tiles} aria-label="À savoir et à emporter">
      {code && (
        <li className={styles.tile} data-kind="code">
          <IconKey {...ICON} />
          <span>Code {code}</span>
        </li>
      )}
      {risks.map((risk) => {
        const Icon = risk === 'Chien' ? IconDog : IconAlertCircle;
        return (
          <li key={risk} className={styles.tile} data-kind="risk">
            <Icon {...ICON} />
            <span>{risk}</span>
          </li>
        );
      })}
      {stop.kit.map((kit) => {
        const Icon = KIT_ICONS.find(([pattern]) => pattern.test(kit))?.[1] ?? IconBriefcase;
        return (
          <li key={kit} className={styles.tile}>
            <Icon {...ICON} />
            <span>{KIT_SHORT[kit] ?? kit}</span>
          </li>
        );
      })}
    </ul>
  );
}
