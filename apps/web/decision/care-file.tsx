import { IconCircleCheck } from '@tabler/icons-react';
import { formatMoment, formatShortDay, formatSoon, NBSP } from '../ui/format.ts';
import { Tag } from '../ui/tag.tsx';
import styles from './care.module.css';
import type { ActView, ReportsView, ReportView } from './views.ts';
import type { Care } from './use-care.ts';

const ACT_WORDS: Record<ActView['state'], string> = {
  open: 'en cours',
  done: 'terminé',
  cancelled: 'annulé',
  undone: 'retiré',
};

/** What was ordered and what was already answered on this file, for who decides or reads now. */
export function CareFile({ care, requestId, now }: { care: Care; requestId: string; now: Date }) {
  const acts = care.decision?.acts ?? [];
  const { reports = [], outcome = null } = care.reports ?? {};
  if (acts.length === 0 && reports.length === 0 && !outcome) return null;
  return (
    <div className={styles.file}>
      {acts.length > 0 && (
        <section aria-labelledby="actes">
          <h3 id="actes">Décisions</h3>
          <ol>
            {acts.map((act) => (
              <li key={act.id} className={styles.entry}>
                <Act act={act} now={now} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {reports.length > 0 && (
        <section aria-labelledby="comptes-rendus">
          <h3 id="comptes-rendus">Réponses signées</h3>
          <ol>
            {reports.map((report) => (
              <li key={report.id} className={styles.entry}>
                <Report report={report} isEarlier={report.requestId !== requestId} now={now} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {outcome && <Outcome outcome={outcome} now={now} />}
    </div>
  );
}

function Act({ act, now }: { act: ActView; now: Date }) {
  const { appointment, exams, examLabels, doerLabel, minutes } = act;
  return (
    <>
      <p className={styles.entryHead}>
        <strong>{act.kindLabel}</strong>
        <Tag tone={act.state === 'open' ? 'info' : act.state === 'done' ? 'done' : 'neutral'}>
          {ACT_WORDS[act.state]}
        </Tag>
        <span className="muted small">
          {act.orderedBy}, {formatSoon(act.orderedAt, now)}
          {act.state === 'open' && ` · avant ${formatShortDay(act.dueAt)}`}
        </span>
      </p>
      {exams.length > 0 && (
        <p>
          {examLabels.join(', ')}
          {doerLabel && ` par ${doerLabel}`}
          {minutes && ` · ${minutes}${NBSP}min`}
        </p>
      )}
      {appointment && (
        <p>
          {formatMoment(appointment.at)}, {appointment.place}
          {appointment.withName && ` · avec ${appointment.withName}`}
        </p>
      )}
      {act.question && (
        <p className="soft">
          «{NBSP}
          {act.question}
          {NBSP}»
        </p>
      )}
      {act.instructions && (
        <p>
          Consignes{NBSP}: {act.instructions}
        </p>
      )}
    </>
  );
}

const line = (label: string, text: string | null | undefined) => (text ? [{ label, text }] : []);

function Report({ report, isEarlier, now }: { report: ReportView; isEarlier: boolean; now: Date }) {
  const { body, receptions } = report;
  const lines = [
    ...line('Réponse', body.answer),
    ...line('Conclusions', body.conclusions),
    ...line('Vers', [body.resource, body.contact, body.when].filter(Boolean).join(' · ')),
    ...line('Nous rappeler', body.callBackWhen),
    ...line(`Appeler le${NBSP}15`, body.call15When),
    ...line('Incident', body.incidents),
  ];
  return (
    <details open={!isEarlier}>
      <summary className={styles.entryHead}>
        <strong>{report.kindLabel}</strong>
        {isEarlier && <Tag>demande précédente</Tag>}
        <span className="muted small">
          {report.authorName}, {formatSoon(report.signedAt, now)}
        </span>
      </summary>
      <dl>
        {lines.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {body.tasks.length > 0 && (
          <div>
            <dt>Qui fait quoi, pour quand</dt>
            {body.tasks.map((task, index) => (
              <dd key={index}>
                <strong>{task.whoLabel}</strong>
                {NBSP}: {task.what}, {task.when.toLowerCase()}
              </dd>
            ))}
          </div>
        )}
      </dl>
      {report.measures.length > 0 && (
        <p className="small">
          {report.measures
            .map(({ label, value, unit }) => `${label} ${String(value).replace('.', ',')}${NBSP}${unit}`)
            .join(' · ')}
        </p>
      )}
      {receptions.map((reception) => (
        <p key={reception.kind + reception.at + reception.byName} className={styles.entryHead}>
          <IconCircleCheck size={16} stroke={1.9} aria-hidden="true" />
          <span>
            {reception.kindLabel}
            {reception.toldTo ? ` avec ${reception.toldTo}` : ''}, {reception.byName}, {formatSoon(reception.at, now)}
          </span>
        </p>
      ))}
    </details>
  );
}

const HAPPENED: Record<NonNullable<ReportsView['outcome']>['happened'], string> = {
  home: 'suivi sur place, comme conseillé',
  consultation: 'vu par un spécialiste',
  emergency: 'passage aux urgences',
  hospitalised: 'hospitalisation',
  died: 'décès',
  unknown: 'pas connu',
};

function Outcome({ outcome, now }: { outcome: NonNullable<ReportsView['outcome']>; now: Date }) {
  return (
    <p>
      <strong>Ce qui s’est passé{NBSP}:</strong> {HAPPENED[outcome.happened]}, dit par {outcome.toldBy},{' '}
      {formatSoon(outcome.toldAt, now)}
    </p>
  );
}
