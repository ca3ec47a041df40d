import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { showReference } from '#contracts/reference';
import { isOpen } from '#contracts/transitions';
import { isApiError, messageOf } from '../api/errors.ts';
import { useRequest } from '../api/use-requests.ts';
import { Attachments } from '../attachments/attachments.tsx';
import type { RequestView } from '../api/views.ts';
import { useEss } from '../layout/ess-shell.tsx';
import layout from '../layout/layout.module.css';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { RequesterLayout } from '../layout/requester-layout.tsx';
import { Fil } from '../ui/fil.tsx';
import { formatAge, NBSP } from '../ui/format.ts';
import { LiveBadge } from '../ui/live-badge.tsx';
import { P0Banner } from '../ui/p0-banner.tsx';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { Notice, Sheet } from '../ui/sheet.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { WhyPanel } from '../ui/why-panel.tsx';
import { AddToRequest } from './add-to-request.tsx';
import { AnswerCard } from './answer-card.tsx';
import { answerState, type AnswerState } from './answer-state.ts';
import { FollowUpSide } from './follow-up-side.tsx';
import styles from './follow-up.module.css';
import { NextStep } from './next-step.tsx';
import { QuestionCard } from './question-card.tsx';
import { threadOf } from './words.ts';

/** A signed answer stays a few seconds with its author: the page looks again until it may be read. */
const COMING_MS = 5_000;

/** One request as its author and his colleagues see it: where it is, why, what comes next. */
export function FollowUpPage() {
  const { id = '' } = useParams();
  const { slug, context } = useEss();
  const query = useRequest(slug, id);
  const request = query.data;
  const answer = request ? answerState(request, Date.parse(request.serverNow)) : 'none';
  const { refetch } = query;
  useEffect(() => {
    if (answer !== 'coming') return;
    const timer = setInterval(() => void refetch(), COMING_MS);
    return () => clearInterval(timer);
  }, [answer, refetch]);
  const may = (move: string) => request?.actions.some((action) => action.move === move) ?? false;
  if (isApiError(query.error, 'not-found', 'access.forbidden', 'input.invalid')) return <NotFoundPage />;

  return (
    <RequesterLayout place="Mes demandes">
      <main id="contenu" className={layout.page}>
        <Link className={styles.crumb} to={`/${slug}/demandes`}>
          <IconArrowLeft size={18} stroke={1.9} aria-hidden="true" />
          Mes demandes
        </Link>
        {query.isError && (
          <Notice tone="watch" role="alert">
            {messageOf(query.error)}
          </Notice>
        )}
        {query.isPending && <PageSkeleton />}
        {request && (
          <div className={styles.columns}>
            <div>
              <h1>
                {request.patient.displayName}, {formatAge(request.patient.birthDate, new Date(request.receivedAt))}
              </h1>
              <p className={styles.sub}>
                <span>{request.reason.label}</span>
                <span aria-hidden="true">·</span>
                <span className="num nowrap">{showReference(request.reference)}</span>
                <PriorityChip value={request.class} audience="requester" />
                {request.classStatus !== 'confirmed' && isOpen(request.state) && request.state !== 'emergency' && (
                  <span className="small">à confirmer</span>
                )}
              </p>
              {request.state === 'emergency' ? (
                <div style={{ marginBottom: 28 }}>
                  <P0Banner
                    announced={false}
                    sentence={`N’attendez pas la réponse de l’équipe.${request.acknowledgedAt ? ` ${request.owner?.name ?? 'L’équipe'} a pris l’urgence en charge.` : ' Le guichet et le spécialiste d’avis sont prévenus.'}`}
                  />
                </div>
              ) : (
                <Ahead request={request} answer={answer} slug={slug} mayGiveInfo={may('give_info')} />
              )}
              {may('exam_back') && (
                <Sheet quiet labelledBy="examen-titre" className={styles.block}>
                  <h2 id="examen-titre">Vous avez le résultat de l’examen&nbsp;?</h2>
                  <AddToRequest request={request} move="exam_back" />
                </Sheet>
              )}
              <section aria-labelledby="fil-titre">
                <h2 id="fil-titre" style={{ marginBottom: 14 }}>
                  Le fil de la demande
                </h2>
                <Fil steps={threadOf(request, context.ess.timezone)} />
              </section>
              {request.class && request.evaluation && request.class === request.evaluation.class && (
                <div style={{ marginTop: 24 }}>
                  <WhyPanel value={request.class} explanation={request.evaluation} audience="requester" />
                </div>
              )}
              {request.state !== 'emergency' &&
                isOpen(request.state) &&
                answer === 'none' &&
                request.evaluation &&
                request.evaluation.missing.length > 0 && (
                  <div className={styles.missing}>
                    <p>
                      <strong>
                        Il manque{NBSP}: {request.evaluation.missing.map((item) => item.label).join(', ')}.
                      </strong>{' '}
                      Utile à l’équipe, ne retarde pas la réponse. Joignez-le ici, ou donnez-le par téléphone.
                    </p>
                  </div>
                )}
              <div className={styles.files}>
                <Attachments
                  requestId={request.id}
                  canAdd={isOpen(request.state) && context.me.permissions.includes('attachment.write')}
                />
              </div>
              <p style={{ marginTop: 24 }}>
                <LiveBadge />
              </p>
            </div>
            <FollowUpSide request={request} ess={context.ess} slug={slug} />
          </div>
        )}
      </main>
    </RequesterLayout>
  );
}

interface AheadProps {
  request: RequestView;
  answer: AnswerState;
  slug: string;
  mayGiveInfo: boolean;
}

/** The one thing that matters now: a question to answer, an answer to read, or what comes next. */
function Ahead({ request, answer, slug, mayGiveInfo }: AheadProps) {
  if (mayGiveInfo) return <QuestionCard request={request} />;
  if (answer === 'coming' || answer === 'ready' || (answer === 'received' && !isOpen(request.state)))
    return <AnswerCard request={request} answer={answer} slug={slug} />;
  return (
    <>
      <NextStep request={request} />
      <AnswerCard request={request} answer={answer} slug={slug} />
    </>
  );
}
