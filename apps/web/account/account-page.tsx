import layout from '../layout/layout.module.css';
import { UserMenu } from '../layout/user-menu.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { landingOf } from '../session/landing.ts';
import { useSession } from '../session/use-session.ts';
import { useDensity } from '../theme/theme-provider.tsx';
import { AppHeader } from '../ui/app-header.tsx';
import { BackButton } from '../ui/back-button.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import styles from './account.module.css';
import { DevicesSection } from './devices-section.tsx';
import { FactorsSection } from './factors-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { PscSection } from './psc-section.tsx';
import { RecoverySection } from './recovery-section.tsx';

/** What a person decides of his own account: how he proves who he is, and from where. */
export function AccountPage() {
  usePageTitle('Mon compte');
  useDensity('comfortable');
  const { data: session } = useSession();
  if (!session) return <PageSkeleton />;
  const home = landingOf(session, null) ?? '/choisir';
  return (
    <>
      <AppHeader essName="Guichet ESS" place="Mon compte" to={home}>
        <UserMenu
          name={session.displayName}
          note={session.email}
          essSlug={null}
          several={session.memberships.length > 1}
        />
      </AppHeader>
      <main id="contenu" className={layout.page}>
        <BackButton />
        <h1>Mon compte</h1>
        <p className="soft">
          {session.displayName}, {session.email}
        </p>
        <div className={styles.columns}>
          <div className={styles.column}>
            <FactorsSection />
            <RecoverySection />
            <PscSection isOpenedByPsc={session.method === 'psc'} />
          </div>
          <div className={styles.column}>
            <DevicesSection />
            {session.hasPassword && <PasswordSection email={session.email} />}
          </div>
        </div>
      </main>
    </>
  );
}
