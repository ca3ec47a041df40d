import { IconRoute } from '@tabler/icons-react';
import { formatPhone } from '../ui/format.ts';
import { EmptyState } from '../ui/sheet.tsx';
import { useEss } from './ess-shell.tsx';
import { RequesterLayout } from './requester-layout.tsx';

/** A member whose role has no screen yet: said, with a way to reach the desk, never a page that turns in circles. */
export function NoScreenPage() {
  const { context } = useEss();
  return (
    <RequesterLayout place="Votre espace" action={<></>}>
      <main id="contenu">
        <EmptyState
          heading
          title="Votre rôle n’a pas encore d’écran ici."
          icon={<IconRoute size={40} stroke={1.6} aria-hidden="true" />}
        >
          <p>
            Le guichet de {context.ess.name} vous répond au{' '}
            <a href={`tel:${context.ess.phone}`}>{formatPhone(context.ess.phone)}</a>.
          </p>
        </EmptyState>
      </main>
    </RequesterLayout>
  );
}
