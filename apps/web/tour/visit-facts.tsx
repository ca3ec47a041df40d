import {
  IconBriefcase,
  IconCheck,
  IconKey,
  IconMapPin,
  IconMessage,
  IconNote,
  IconPhone,
  IconUserHeart,
} from '@tabler/icons-react';
import { EXAM_LABELS } from '#contracts/care';
import { formatPhone, NBSP, upperFirst } from '../ui/format.ts';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { StateLabel } from '../ui/sheet.tsx';
import { useNow } from '../ui/use-now.ts';
import { civilWords } from './civil-words.ts';
import { callLink, punctuality } from './next-act.ts';
import { useTour } from './tour-context.tsx';
import sheetStyles from './visit-sheet.module.css';
import type { NurseStopView } from './views.ts';

const ICON = { size: 23, stroke: 1.9, 'aria-hidden': true } as const;

/** Class, punctuality, and the thread of this visit: left, there, done, sent. */
export function VisitState({ stop }: { stop: NurseStopView }) {
  const now = useNow();
  const { state } = useTour();
  const time = punctuality(stop, now);
  const reached = { planned: -1, en_route: 0, arrived: 1, done: 3, not_done: 3 }[stop.status];
  const waits = state.queue.some(({ actId }) => actId === stop.actId);
  const sent = reached === 3 && !waits;
  const last = stop.status === 'not_done' ? 'Non faite' : 'Faite';
  const steps = ['En route', 'Sur place', last, 'Envoyée'].map((title, index) => {
    const skipped = stop.status === 'not_done' && [!stop.enRouteAt, !stop.arrivedAt][index];
    const done = (index < reached && !skipped) || (index === 3 && sent);
    return { title, state: done ? 'done' : index === reached ? 'now' : 'next' };
  });
  return (
    <section className={sheetStyles.block} aria-label="État de la visite">
      {civilWords(stop) && <p>{civilWords(stop)}</p>}
      <div className={sheetStyles.states}>
        <PriorityChip value={stop.class} size="lg" />
        {time && <StateLabel tone={time.tone}>{upperFirst(time.words)}</StateLabel>}
      </div>
      <ol className={sheetStyles.steps}>
        {steps.map((step) => (
          <li key={step.title} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
            <i aria-hidden="true">{step.state === 'done' && <IconCheck size={16} stroke={2.4} />}</i>
            {step.title}
          </li>
        ))}
      </ol>
    </section>
  );
}

export function VisitAccess({ stop }: { stop: NurseStopView }) {
  const { address, communeName, accessNotes, phone, contactName, contactPhone } = stop;
  return (
    <section className={sheetStyles.block} aria-labelledby="acces">
      <h2 id="acces">Accès</h2>
      <div className={sheetStyles.line}>
        <IconMapPin {...ICON} />
        <p>
          <b>{address || 'Adresse non indiquée'}</b>
          {communeName && `, ${communeName}`}
        </p>
      </div>
      {accessNotes && (
        <div className={sheetStyles.line}>
          <IconKey {...ICON} />
          <p style={{ whiteSpace: 'pre-line' }}>{accessNotes}</p>
        </div>
      )}
      {phone && (
        <div className={sheetStyles.line}>
          <IconPhone {...ICON} />
          <a href={callLink(phone)}>
            <span className="sr-only">Appeler {stop.patientName} : </span>
            {formatPhone(phone)}
          </a>
        </div>
      )}
      {(contactName || contactPhone) && (
        <div className={sheetStyles.line}>
          <IconUserHeart {...ICON} />
          <div>
            <p>{contactName || 'Personne à prévenir'}</p>
            {contactPhone && (
              <a href={callLink(contactPhone)}>
                <span className="sr-only">Appeler {contactName} : </span>
                {formatPhone(contactPhone)}
              </a>
            )}
          </div>
        </div>
      )}
    </section>
  );
}

export function VisitWhy({ stop }: { stop: NurseStopView }) {
  return (
    <section className={sheetStyles.block} aria-labelledby="pourquoi">
      <h2 id="pourquoi">Pourquoi cette visite</h2>
      <div className={sheetStyles.line}>
        <IconMessage {...ICON} />
        <p className={sheetStyles.quote}>
          «{NBSP}
          {stop.question}
          {NBSP}»
        </p>
      </div>
      {stop.instructions && (
        <div className={sheetStyles.line}>
          <IconNote {...ICON} />
          <p style={{ whiteSpace: 'pre-line' }}>{stop.instructions}</p>
        </div>
      )}
    </section>
  );
}

export function VisitKit({ stop }: { stop: NurseStopView }) {
  if (stop.kit.length === 0) return null;
  return (
    <section className={sheetStyles.block} aria-labelledby="materiel">
      <h2 id="materiel">Matériel</h2>
      <div className={sheetStyles.line}>
        <IconBriefcase {...ICON} />
        <p>
          <b>{stop.kit.join(', ')}</b>
          <span className="soft" style={{ display: 'block' }}>
            Pour{NBSP}: {stop.exams.map((exam) => EXAM_LABELS[exam]).join(', ')}
          </span>
        </p>
      </div>
    </section>
  );
}
