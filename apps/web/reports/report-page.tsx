import { Button } from '@mantine/core';
import { IconArrowLeft, IconCheck } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { showReference } from '#contracts/reference';
import { isApiError, messageOf } from '../api/errors.ts';
import { useRequest } from '../api/use-requests.ts';
import type { RequestView } from '../api/views.ts';
import { answerState } from '../follow-up/answer-state.ts';
import { useEss } from '../layout/ess-shell.tsx';
import layout from '../layout/layout.module.css';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { RequesterLayout } from '../layout/requester-layout.tsx';
import { formatCivilDate, formatMoment, NBSP } from '../ui/format.ts';
import { EmptyState, Notice, StateLabel } from '../ui/sheet.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { DownloadPdf } from './download-pdf.tsx';
import { OutcomeQuestions } from './outcome-questions.tsx';
import { Receptions } from './receptions.tsx';
import { ReportSheet } from './report-sheet.tsx';
import styles from './report.module.css';
import { useReadOnce } from './use-read-once.ts';
import { reportPdf, useReception, useReports } from './use-reports.ts';
import type { ReportsView, ReportView } from './views.ts';
import { sexWords } from './words.ts';

/** The answer to a request, for who asked, his colleagues and the treating doctor. */
export function ReportPage() {
  const { id = '' } = useParams();
  const { slug } = useEss();
  const request = useRequest(slug, id);
  const coming = request.data !== undefined && answerState(request.data, Date.now()) !== 'none';
  const reports = useReports(slug, id, { coming });
  if (
    [request.error, reports.error].some((error) => isApiError(error, 'not-found', 'access.forbidden', 'input.invalid'))
  )
    return <NotFoundPage />;
  const own = reports.data?.reports.filter((report) => report.requestId === id) ?? [];
  const [latest] = own;
  const error = reports.error ?? request.error;

  return (
    <RequesterLayout place="Réponse">
      <main id="contenu" className={`${layout.page} ${styles.page}`}>
        <Link className={styles.crumb} to={`/${slug}/demandes/${id}`}>
          <IconArrowLeft size={18} stroke={1.9} aria-hidden="true" />
          Suivi de la demande
        </Link>
        {error && (
          <Notice tone="watch" role="alert">
            {messageOf(error)}
          </Notice>
        )}
        {!error && (reports.isPending || request.isPending) && <PageSkeleton />}
        {request.data && reports.data && !latest && <NoAnswerYet coming={coming} />}
        {request.data && reports.data && latest && (
          <Answer request={request.data} report={latest} all={reports.data} earlier={own.slice(1)} />
        )}
      </main>
    </RequesterLayout>
  );
}

/** Signed a moment ago, even read aloud by the desk since then: it shows when its author can no longer take it back. */
function NoAnswerYet({ coming }: { coming: boolean }) {
  return coming ? (
    <EmptyState heading title="La réponse arrive.">
      <p role="status">Elle vient d’être signée. Elle s’affiche ici dans quelques secondes.</p>
    </EmptyState>
  ) : (
    <EmptyState heading title="Pas encore de réponse.">
      <p>Vous la lirez ici. Le suivi de la demande dit où elle en est.</p>
    </EmptyState>
  );
}

interface AnswerProps {
  request: RequestView;
  report: ReportView;
  all: ReportsView;
  earlier: ReportView[];
}

function Answer({ request, report, all, earlier }: AnswerProps) {
  const { slug, context } = useEss();
  const zone = context.ess.timezone;
  const mayTell = request.actions.some((action) => action.move === 'tell_outcome');
  return (
    <>
      <ReportHeader report={report} zone={zone} />
      <div className={styles.sheet}>
        <ReportSheet report={report} zone={zone} />
      </div>
      <div className={styles.acts}>
        {report.canReceive && <Acknowledge request={request} report={report} />}
        <DownloadPdf ask={() => reportPdf(slug, report.id)} fileName={`compte-rendu-${report.reference}.pdf`} />
      </div>
      <section className={styles.received} aria-labelledby="recu-titre">
        <h2 id="recu-titre">Réception</h2>
        <Receptions report={report} zone={zone} />
      </section>
      {mayTell && <OutcomeQuestions slug={slug} request={request} outcome={all.outcome} />}
      {earlier.length > 0 && (
        <section className={styles.earlier} aria-labelledby="avant-titre">
          <h2 id="avant-titre">Réponses précédentes</h2>
          {earlier.map((before) => (
            <details key={before.id}>
              <summary>
                {before.kindLabel}, {formatMoment(before.signedAt, zone)}
              </summary>
              <ReportSheet report={before} zone={zone} level={3} />
            </details>
          ))}
        </section>
      )}
    </>
  );
}

function ReportHeader({ report, zone }: { report: ReportView; zone: string }) {
  const { context } = useEss();
  const { patient } = report;
  const lines = [
    [
      'Patient',
      [patient.displayName, sexWords[patient.sex], `naissance le ${formatCivilDate(patient.birthDate)}`]
        .filter(Boolean)
        .join(', '),
    ],
    ['De', `${report.authorName}, ${context.ess.name}`],
    ['À', `${report.requesterName}, ${report.organisationName}`],
    ['Signé', formatMoment(report.signedAt, zone)],
    ['Demande', showReference(report.reference)],
  ];
  return (
    <header className={styles.head}>
      <h1>{report.kindLabel}</h1>
      <dl className={styles.lines}>
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

/** Read is said by the page itself; « Bien reçu » is the person's own word, and the stronger proof. */
function Acknowledge({ request, report }: { request: RequestView; report: ReportView }) {
  const { slug, session } = useEss();
  const read = useReception(slug, request.id);
  const acknowledge = useReception(slug, request.id);
  const mine = report.receptions.filter((reception) => reception.byName === session.displayName);
  const done = mine.find((reception) => reception.kind === 'acknowledged');
  const post = (mutation: typeof read, kind: 'read' | 'acknowledged') =>
    mutation.mutate({ reportId: report.id, body: { version: request.version, kind } });
  useReadOnce(report.latest && mine.length === 0 ? report.id : null, () => post(read, 'read'));

  if (done) return <StateLabel tone="done">Bien reçu</StateLabel>;
  const failed = acknowledge.error;
  return (
    <>
      {failed && (
        <Notice tone="error" role="alert">
          {isApiError(failed, 'request.stale')
            ? `La demande a changé entre-temps${NBSP}: relisez la réponse, puis dites-la bien reçue.`
            : messageOf(failed)}
        </Notice>
      )}
      <Button
        leftSection={<IconCheck size={20} stroke={2.2} aria-hidden="true" />}
        loading={acknowledge.isPending}
        onClick={() => post(acknowledge, 'acknowledged')}
      >
        Bien reçu
      </Button>
    </>
  );
}
