import { IconAlertOctagonFilled } from '@tabler/icons-react';
import { Link } from 'react-router';
import { showReference } from '#contracts/reference';
import { isOpen } from '#contracts/transitions';
import { Attachments } from '../attachments/attachments.tsx';
import { CareFile } from '../decision/care-file.tsx';
import { VisitSheet } from '../decision/visit-sheet.tsx';
import type { Care } from '../decision/use-care.ts';
import { ExceptionalBand } from '../patient/exceptional-band.tsx';
import { Fil } from '../ui/fil.tsx';
import { formatSoon, NBSP } from '../ui/format.ts';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { Notice } from '../ui/sheet.tsx';
import { useNow } from '../ui/use-now.ts';
import { WhyPanel } from '../ui/why-panel.tsx';
import { deskThread } from './desk-thread.ts';
import { reasonWords } from './facts.ts';
import { RequestFacts } from './request-facts.tsx';
import { RequestHeader } from './request-header.tsx';
import styles from './request.module.css';
import type { RequestFile } from './views.ts';
import { emergencyActWords, explanationOf, proposalStatus } from './words.ts';

interface RequestPaneProps {
  request: RequestFile;
  care: Care;
  asPageTitle: boolean;
  hrefOf: (id: string) => string;
  timeZone: string;
}

/** One request, whole: who, why this priority, what is asked, what was found, where it is. */
export function RequestPane({ request, care, asPageTitle, hrefOf, timeZone }: RequestPaneProps) {
  const now = new Date(useNow());
  const steps = deskThread(request, now);
  const visit = care.reports?.visit;
  const toRead = request.state === 'to_read';
  const files = <Attachments key={request.id} requestId={request.id} canAdd dense />;
  return (
    <article className={styles.request} aria-label={`Demande de ${request.patient.displayName}`}>
      {request.exceptional && <ExceptionalBand access={request.exceptional} patientId={request.patient.id} />}
      <RequestHeader request={request} asPageTitle={asPageTitle}>
        {request.state === 'emergency' && <EmergencyNote request={request} />}
      </RequestHeader>
      {visit && toRead && <VisitSheet visit={visit} now={now} />}
      {toRead && files}
      {!toRead && <Why request={request} />}
      <section aria-labelledby="question">
        <h3 id="question" className={styles.reason}>
          {reasonWords(request.answers) || request.reason.label}
        </h3>
        {request.answers.question ? (
          <blockquote className={styles.quote}>
            «{NBSP}
            {request.answers.question}
            {NBSP}»
          </blockquote>
        ) : (
          <p className="muted">Pas de question écrite.</p>
        )}
      </section>
      {request.duplicates.length > 0 && (
        <Notice tone="watch">
          <p>
            <strong>
              {request.duplicates.length > 1 ? 'D’autres demandes sont ouvertes' : 'Une autre demande est ouverte'} pour
              ce patient.
            </strong>
          </p>
          <ul>
            {request.duplicates.map((other) => (
              <li key={other.id}>
                <Link to={hrefOf(other.id)}>{other.reasonLabel}</Link>, {other.stateLabel.toLowerCase()}, reçue{' '}
                {formatSoon(other.receivedAt, now)} ·{' '}
                <span className="num nowrap">{showReference(other.reference)}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <RequestFacts answers={request.answers} timeZone={timeZone} />
      {visit && !toRead && <VisitSheet visit={visit} now={now} />}
      {!toRead && files}
      <CareFile care={care} requestId={request.id} now={now} />
      {toRead && <Why request={request} />}
      <section aria-labelledby="fil">
        <h3 id="fil">Fil de la demande</h3>
        <div className={styles.threadWide}>
          <Fil steps={steps} direction={steps.length > 6 ? 'vertical' : 'horizontal'} />
        </div>
        <div className={styles.threadNarrow}>
          <Fil steps={steps} quiet />
        </div>
      </section>
    </article>
  );
}

function EmergencyNote({ request }: { request: RequestFile }) {
  const taken = request.acknowledgedAt !== null;
  return (
    <div className={styles.emergency}>
      <h2>
        <IconAlertOctagonFilled size={20} aria-hidden="true" />
        {taken
          ? `Urgence prise en charge par ${request.owner?.name ?? 'l’équipe'}`
          : 'Urgence vitale, à prendre en charge'}
      </h2>
      <p>{emergencyActWords(request.emergencyAct)}</p>
    </div>
  );
}

/** « Pourquoi P2 ? »; before the evaluation, what was declared. */
function Why({ request }: { request: RequestFile }) {
  const { evaluation } = request;
  if (!evaluation) {
    return (
      <Notice tone="info" role="status">
        <p>
          <PriorityChip value={request.class} /> déclarée par {request.author.displayName}.
          {isOpen(request.state) && ' La proposition du protocole arrive.'}
        </p>
      </Notice>
    );
  }
  return (
    <WhyPanel
      value={evaluation.class}
      explanation={explanationOf(evaluation)}
      status={proposalStatus(request, evaluation.class)}
    />
  );
}
