import { Button } from '@mantine/core';
import { IconBuildingPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { UserMenu } from '../layout/user-menu.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import people from '../people/people.module.css';
import { useSession } from '../session/use-session.ts';
import { useDensity } from '../theme/theme-provider.tsx';
import { AppHeader } from '../ui/app-header.tsx';
import { formatCivilDate, plural } from '../ui/format.ts';
import { NotLoaded } from '../ui/not-loaded.tsx';
import { EmptyState } from '../ui/sheet.tsx';
import { ListSkeleton, PageSkeleton } from '../ui/skeletons.tsx';
import { Tag } from '../ui/tag.tsx';
import { InviteAdministrator } from './invite-administrator.tsx';
import { OpenEssForm } from './open-ess-form.tsx';
import { PersonAccess } from './person-access.tsx';
import { platformApi, platformKeys, type PlatformEss } from './platform-api.ts';
import styles from './platform.module.css';
import { SPECIALTY_LABELS } from './specialties.ts';

/** Which ESS are open, and who begins in them: nothing of a patient comes here. */
export function PlatformPage() {
  usePageTitle('Plateforme');
  useDensity('comfortable');
  const session = useSession();
  const [opening, setOpening] = useState(false);
  const isAdmin = session.data?.platformAdmin === true;
  const list = useQuery({ queryKey: platformKeys.list, queryFn: platformApi.list, enabled: isAdmin });
  if (!session.data) return <PageSkeleton />;
  if (!isAdmin) return <NotFoundPage />;
  return (
    <>
      <AppHeader essName="Guichet ESS" place="Plateforme" to="/plateforme">
        <UserMenu
          name={session.data.displayName}
          note="Administration de la plateforme"
          essSlug={null}
          several={session.data.memberships.length > 0}
        />
      </AppHeader>
      <main id="contenu" className={people.page}>
        <div className={people.head}>
          <div>
            <h1>Équipes ouvertes</h1>
            <p className="soft">
              Vous ouvrez une équipe et invitez sa première personne d’administration. Aucun dossier n’est visible
              d’ici.
            </p>
          </div>
          <Button
            leftSection={<IconBuildingPlus size={20} stroke={1.9} />}
            aria-expanded={opening}
            onClick={() => setOpening((before) => !before)}
          >
            Ouvrir une équipe
          </Button>
        </div>
        {opening && <OpenEssForm onDone={() => setOpening(false)} />}
        {list.isPending && <ListSkeleton rows={3} rowHeight={80} />}
        <NotLoaded query={list} />
        {list.data?.length === 0 && (
          <EmptyState title="Aucune équipe encore.">
            <p>Ouvrez la première&nbsp;: son administration reçoit une invitation.</p>
          </EmptyState>
        )}
        {list.data && list.data.length > 0 && (
          <ul className={people.list} aria-label="Équipes ouvertes">
            {list.data.map((ess) => (
              <EssLine key={ess.slug} ess={ess} />
            ))}
          </ul>
        )}
        <PersonAccess />
      </main>
    </>
  );
}

function EssLine({ ess }: { ess: PlatformEss }) {
  const [inviting, setInviting] = useState(false);
  return (
    <li className={styles.ess}>
      <div className={styles.line}>
        <div className={styles.what}>
          <h2>
            <a href={`/${ess.slug}`}>{ess.name}</a>
          </h2>
          <span className="soft small">
            {[SPECIALTY_LABELS[ess.specialty], ess.region, `ouverte le ${formatCivilDate(ess.openedOn)}`]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <span className="soft small">{plural(ess.people, 'personne', 'personnes')}</span>
        {ess.administrators > 0 ? (
          <Tag tone="done">{plural(ess.administrators, 'administration', 'administrations')}</Tag>
        ) : ess.invitedAdministrators > 0 ? (
          <Tag tone="waiting">Administration invitée</Tag>
        ) : (
          <Tag tone="watch">Sans administration</Tag>
        )}
        <Button variant="default" aria-expanded={inviting} onClick={() => setInviting((before) => !before)}>
          Inviter une administration…<span className="sr-only"> {ess.name}</span>
        </Button>
      </div>
      {inviting && <InviteAdministrator slug={ess.slug} onDone={() => setInviting(false)} />}
    </li>
  );
}
