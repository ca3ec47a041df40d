import { EmptyState } from '../ui/sheet.tsx';

export function DeskRoutes() {
  return (
    <main id="contenu">
      <EmptyState title="Demandes à traiter" />
    </main>
  );
}
