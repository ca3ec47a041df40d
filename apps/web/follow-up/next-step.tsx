import { isOpen } from '#contracts/transitions';
import type { RequestView } from '../api/views.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { formatTime, NBSP } from '../ui/format.ts';
import { useNow } from '../ui/use-now.ts';
import styles from './follow-up.module.css';
import { useActs } from './use-request-acts.ts';
import { dueWords, plainState } from './words.ts';

/** What happens next, by whom, and before when. */
export function NextStep({ request }: { request: RequestView }) {
  const now = new Date(useNow());
  const { context } = useEss();
  const zone = context.ess.timezone;
  const { next, nextAction, plannedFrom, plannedTo } = request;
  if (!isOpen(request.state)) {
    // Closed without an answer: the emergency was confided to the SAMU by phone.
    const isHandedOver = request.state === 'closed' && !request.timeline.some(({ type }) => type === 'report.ready');
    return (
      <section className={styles.next} aria-label="Où en est la demande">
        <div>
          <h2>{plainState({ state: request.state, handedOver: isHandedOver })}</h2>
          <p className="soft">Rien à faire de votre côté.</p>
        </div>
      </section>
    );
  }
  if (nextAction === 'visit' && plannedFrom && plannedTo) {
    const started = request.state === 'in_progress';
    return (
      <section className={styles.next} aria-label="Prochaine étape">
        <Day at={plannedFrom} zone={zone} />
        <div>
          <h2>
            {started
              ? 'L’équipe mobile est partie'
              : `Visite entre ${formatTime(plannedFrom, zone)} et ${formatTime(plannedTo, zone)}`}
          </h2>
          <p className="soft">
            {started
              ? `Elle est attendue entre ${formatTime(plannedFrom, zone)} et ${formatTime(plannedTo, zone)}.`
              : 'L’équipe mobile va chez le patient. Si l’horaire change, vous le lisez ici.'}
          </p>
        </div>
      </section>
    );
  }
  if (nextAction === 'hold_appointment' && plannedFrom) return <Appointment request={request} at={plannedFrom} />;
  return (
    <section className={styles.next} aria-label="Prochaine étape">
      <div>
        <h2>{next.label}</h2>
        <p className="soft">
          {next.owner}
          {next.dueAt && `, ${dueWords(next.dueAt, now, zone)}`}.
          {nextAction !== 'await_exam' && ' Vous n’avez rien à renvoyer.'}
        </p>
        <p className="muted small" style={{ marginTop: 4 }}>
          État{NBSP}: {plainState(request).toLowerCase()}.
        </p>
      </div>
    </section>
  );
}

function Appointment({ request, at }: { request: RequestView; at: string }) {
  const { slug, context } = useEss();
  const zone = context.ess.timezone;
  const acts = useActs(slug, request.id, true);
  const appointment = acts.data?.acts.findLast((act) => act.appointment)?.appointment;
  const isRemote = request.modality === 'teleconsultation';
  return (
    <section className={styles.next} aria-label="Prochaine étape">
      <Day at={at} zone={zone} />
      <div>
        <h2>
          {isRemote ? 'Téléconsultation' : 'Consultation'} à{NBSP}
          {formatTime(at, zone)}
        </h2>
        <p className="soft">
          {[appointment?.withName ?? request.owner?.name, appointment?.place].filter(Boolean).join(', ')}
        </p>
      </div>
    </section>
  );
}

function Day({ at, zone }: { at: string; zone: string }) {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('fr-FR', { ...options, timeZone: zone }).format(new Date(at));
  return (
    <div className={styles.day} aria-hidden="true">
      <span>{part({ weekday: 'short' })}</span>
      <b>{part({ day: 'numeric' })}</b>
      <span>{part({ month: 'short' })}</span>
    </div>
  );
}
