import { Link, Navigate } from 'react-router';
import styles from '../layout/layout.module.css';
import { usePageTitle } from '../layout/use-page-title.ts';
import { homeOf } from '../session/landing.ts';
import { useSession } from '../session/use-session.ts';
import { EmptyState, Sheet } from '../ui/sheet.tsx';

/** A person of several teams says where he works now. */
export function ChoosePage() {
  usePageTitle('Choisir une équipe');
  const session = useSession();
  const own = session.data?.memberships ?? [];
  if (own.length === 1 && own[0] && !session.data?.platformAdmin) return <Navigate to={homeOf(own[0])} replace />;
  return (
    <main id="contenu" className={styles.narrow}>
      <h1 style={{ marginBottom: 16 }}>Dans quelle équipe travaillez-vous maintenant&nbsp;?</h1>
      {own.length === 0 && !session.data?.platformAdmin && (
        <EmptyState title="Aucune équipe ne vous est ouverte.">
          <p>Demandez à votre équipe de vous inviter.</p>
        </EmptyState>
      )}
      {session.data?.platformAdmin && (
        <p style={{ marginBottom: 12 }}>
          <Link to="/plateforme">Administrer la plateforme</Link>
        </p>
      )}
      <ul style={{ display: 'grid', gap: 12 }}>
        {own.map((membership) => (
          <li key={membership.ess.slug}>
            <Sheet as="div">
              <h2>
                <Link to={homeOf(membership)}>{membership.ess.name}</Link>
              </h2>
              <p className="soft">{membership.organisations.map((organisation) => organisation.name).join(', ')}</p>
            </Sheet>
          </li>
        ))}
      </ul>
    </main>
  );
}
