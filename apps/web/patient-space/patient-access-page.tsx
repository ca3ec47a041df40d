import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { isApiError } from '../api/errors.ts';
import { useEss } from '../layout/ess-shell.tsx';
import layout from '../layout/layout.module.css';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { RequesterLayout } from '../layout/requester-layout.tsx';
import { DownloadPdf } from '../reports/download-pdf.tsx';
import { BackButton } from '../ui/back-button.tsx';
import { formatCivilDate } from '../ui/format.ts';
import { NotLoaded } from '../ui/not-loaded.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { AccessLines } from './access-lines.tsx';
import { InviteForm } from './invite-form.tsx';
import styles from './patient-space.module.css';
import { LIST_FILE, spaceApi, spaceKeys } from './space-api.ts';

/** The patient's list as the team prints it for him, and the door to his own space. */
export function PatientAccessPage() {
  const { id = '' } = useParams();
  const { slug, context } = useEss();
  const list = useQuery({
    queryKey: spaceKeys.accessList(slug, id),
    queryFn: () => spaceApi.accessList(slug, id),
    // A look is a line of the list itself.
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });
  if (isApiError(list.error, 'not-found', 'access.forbidden', 'input.invalid')) return <NotFoundPage />;
  return (
    <RequesterLayout place="Accès au dossier" action={<></>}>
      <main id="contenu" className={layout.page}>
        <BackButton />
        <h1>Qui a ouvert ce dossier</h1>
        {list.data && (
          <p className="soft">
            {list.data.patient.displayName}, naissance le {formatCivilDate(list.data.patient.birthDate)}. Cette
            consultation s’inscrit dans la liste.
          </p>
        )}
        <NotLoaded query={list} />
        <div className={styles.columns}>
          <Sheet labelledBy="acces">
            <div className={styles.head}>
              <h2 id="acces">Accès, du plus récent au plus ancien</h2>
              {list.data && <DownloadPdf ask={() => spaceApi.accessListPdf(slug, id)} fileName={LIST_FILE} />}
            </div>
            {list.isPending && <ListSkeleton rows={5} rowHeight={72} />}
            {list.data && <AccessLines list={list.data} />}
          </Sheet>
          {context.me.permissions.includes('patient.identity') && (
            <Sheet labelledBy="inviter" quiet>
              <h2 id="inviter">L’espace du patient</h2>
              <InviteForm slug={slug} patientId={id} />
            </Sheet>
          )}
        </div>
      </main>
    </RequesterLayout>
  );
}
