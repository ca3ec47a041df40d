import { Button } from '@mantine/core';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { EmptyState } from '../ui/sheet.tsx';

/** A page that breaks says so and can be opened again; drafts are on the device, nothing typed is lost. */
export class PageBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main id="contenu">
        <EmptyState heading title="Cette page s’est arrêtée.">
          <p>Ce que vous avez écrit est gardé. Rouvrez la page pour reprendre, ou appelez l’équipe.</p>
          <Button onClick={() => window.location.reload()}>Rouvrir la page</Button>
          <p>
            Urgence vitale : appelez le <a href="tel:15">15</a>.
          </p>
        </EmptyState>
      </main>
    );
  }
}
