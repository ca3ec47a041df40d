import { isOpen } from '#contracts/transitions';
import type { RequestView } from '../api/views.ts';
import { NBSP } from '../ui/format.ts';
import { useNow } from '../ui/use-now.ts';
import styles from './follow-up.module.css';
import { dueWords, PLAIN_STATES } from './words.ts';

/** What happens next, by whom, and before when. */
export function NextStep({ request }: { request: RequestView }) {
  const now = new Date(useNow());
  const { next } = request;
  if (!isOpen(request.state)) {
    return (
      <section className={styles.next} aria-label="Où en est la demande">
        <div>
          <h2>{PLAIN_STATES[request.state]}</h2>
          <p className="soft">Rien à faire de votre côté.</p>
        </div>
      </section>
    );
  }
  return (
    <section className={styles.next} aria-label="Prochaine étape">
      {next.dueAt && <Day at={next.dueAt} />}
      <div>
        <h2>{next.label}</h2>
        <p className="soft">
          {next.owner}
          {next.dueAt && `, ${dueWords(next.dueAt, now)}`}. Vous n’avez rien à renvoyer.
        </p>
        <p className="muted small" style={{ marginTop: 4 }}>
          État{NBSP}: {PLAIN_STATES[request.state].toLowerCase()}.
        </p>
      </div>
    </section>
  );
}

function Day({ at }: { at: string }) {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('fr-FR', { ...options, timeZone: 'Europe/Paris' }).format(new Date(at));
  return (
    <div className={styles.day} aria-hidden="true">
      <span>{part({ weekday: 'short' })}</span>
      <b>{part({ day: 'numeric' })}</b>
      <span>{part({ month: 'short' })}</span>
    </div>
  );
}
