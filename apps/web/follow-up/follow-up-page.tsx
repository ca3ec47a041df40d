import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { showReference } from '#contracts/reference';
import { isOpen } from '#contracts/transitions';
import { isApiError, messageOf } from '../api/errors.ts';
import { useRequest } from '../api/use-requests.ts';
import { useEss } from '../layout/ess-shell.tsx';
import layout from '../layout/layout.module.css';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { RequesterLayout } from '../layout/requester-layout.tsx';
import { Fil } from '../ui/fil.tsx';
import { formatAge, NBSP } from '../ui/format.ts';
import { LiveBadge } from '../ui/live-badge.tsx';
import { P0Banner } from '../ui/p0-banner.tsx';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { Notice } from '../ui/sheet.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { WhyPanel } from '../ui/why-panel.tsx';
import { FollowUpSide } from './follow-up-side.tsx';
import styles from './follow-up.module.css';
import { NextStep } from './next-step.tsx';
import { threadOf } from './words.ts';

/** One request as its author and his colleagues see it: where it is, why, what comes next. */
export function FollowUpPage() {
  const { id = '' } = useParams();
  const { slug, context } = useEss();
  const query = useRequest(slug, id);
  const request = query.data;
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
                <NextStep request={request} />
              )}
              <section aria-labelledby="fil-titre">
                <h2 id="fil-titre" style={{ marginBottom: 14 }}>
                  Le fil de la demande
                </h2>
                <Fil steps={threadOf(request)} />
              </section>
              {request.class && request.evaluation && request.class === request.evaluation.class && (
                <div style={{ marginTop: 24 }}>
                  <WhyPanel value={request.class} explanation={request.evaluation} audience="requester" />
                </div>
              )}
              {request.state !== 'emergency' &&
                isOpen(request.state) &&
                request.evaluation &&
                request.evaluation.missing.length > 0 && (
                  <div className={styles.missing}>
                    <p>
                      <strong>
                        Il manque{NBSP}: {request.evaluation.missing.map((item) => item.label).join(', ')}.
                      </strong>{' '}
                      Utile à l’équipe, ne retarde pas la réponse. Donnez-le par téléphone si vous l’avez.
                    </p>
                  </div>
                )}
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
