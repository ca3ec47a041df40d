import { IconMapOff } from '@tabler/icons-react';
import { usePageTitle } from './use-page-title.ts';
import { EmptyState } from '../ui/sheet.tsx';

/** Absent and « not yours » look the same. */
export function NotFoundPage() {
  usePageTitle('Page introuvable');
  return (
    <main id="contenu">
      <EmptyState
        heading
        title="Cette page n’existe pas ou ne vous est pas ouverte."
        icon={<IconMapOff size={40} stroke={1.6} aria-hidden="true" />}
      >
        <p>
          <a href="/">Toutes les équipes</a> · <a href="/connexion">Se connecter</a>
        </p>
      </EmptyState>
    </main>
  );
}
