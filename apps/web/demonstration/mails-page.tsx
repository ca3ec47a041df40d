import { useQuery } from '@tanstack/react-query';
import { IconMail } from '@tabler/icons-react';
import { api, once } from '../api/client.ts';
import { isApiError } from '../api/errors.ts';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { SkipLink } from '../ui/app-header.tsx';
import { formatMoment } from '../ui/format.ts';
import { EmptyState, Notice, Sheet } from '../ui/sheet.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import styles from '../layout/layout.module.css';

/** The links of a mail lead somewhere; the rest is plain text. */
function MailText({ text }: { text: string }) {
  return (
    <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', marginTop: 8 }}>
      {text.split(/(https?:\/\/\S+)/).map((part, index) =>
        /^https?:\/\//.test(part) ? (
          <a key={index} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}

/** Mails of the demonstration: nothing leaves, everything is readable here. */
export function MailsPage() {
  usePageTitle('Courriels de démonstration');
  const mails = useQuery({
    queryKey: ['demonstration', 'mails'],
    queryFn: () => once(() => api.GET('/api/demonstration/mails')),
    refetchInterval: 3_000,
    retry: false,
  });
  if (isApiError(mails.error, 'not-found')) return <NotFoundPage />;
  return (
    <>
      <SkipLink />
      <main id="contenu" className={styles.page} style={{ maxWidth: 760 }}>
        <p style={{ marginBottom: 14 }}>
          <a href="/">Toutes les équipes</a>
        </p>
        <h1>Courriels de démonstration</h1>
        <p className="soft" style={{ margin: '6px 0 18px' }}>
          Rien ne part vers l’extérieur. Un courriel ordinaire ne porte ni nom ni motif&nbsp;: une référence et un lien.
        </p>
        {mails.isError && <Notice tone="watch">La liste n’est pas à jour&nbsp;: le service ne répond pas.</Notice>}
        {mails.isPending && <ListSkeleton rows={3} />}
        {mails.data?.length === 0 && (
          <EmptyState title="Aucun courriel." icon={<IconMail size={36} stroke={1.6} aria-hidden="true" />}>
            <p>Envoyez une demande&nbsp;: «&nbsp;Demande reçue&nbsp;» arrive ici en quelques secondes.</p>
          </EmptyState>
        )}
        <ul style={{ display: 'grid', gap: 12 }}>
          {mails.data?.map((mail, index) => (
            <li key={`${mail.at}${index}`}>
              <Sheet as="div">
                <h2 style={{ fontSize: '1.0625rem' }}>{mail.subject}</h2>
                <p className="muted small">
                  <time dateTime={mail.at}>{formatMoment(mail.at)}</time> · à {mail.to}
                </p>
                <MailText text={mail.text} />
              </Sheet>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}
