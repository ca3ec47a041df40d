import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, Navigate } from 'react-router';
import type { SentView } from '../api/views.ts';
import { useEss } from '../layout/ess-shell.tsx';
import layout from '../layout/layout.module.css';
import { RequesterLayout } from '../layout/requester-layout.tsx';
import { DraftSaved } from '../ui/draft-saved.tsx';
import type { DraftSavedState } from '../ui/draft-saved.tsx';
import { RequestForm } from './request-form.tsx';
import { SentPage } from './sent-page.tsx';

/** « Nouvelle demande », then what was sent. */
export function RequestPage() {
  const { slug, context } = useEss();
  const [saved, setSaved] = useState<DraftSavedState>({ where: 'none', at: null });
  const [sent, setSent] = useState<SentView | null>(null);
  if (!context.me.permissions.includes('request.follow')) return <Navigate to={`/${slug}/bureau`} replace />;
  return (
    <RequesterLayout
      place={sent ? 'Demande envoyée' : 'Nouvelle demande'}
      action={
        sent ? undefined : (
          <>
            <DraftSaved state={saved} />
            <Button component={Link} to={`/${slug}/demandes`} variant="subtle" className={layout.hideSmall}>
              Reprendre plus tard
            </Button>
          </>
        )
      }
    >
      {sent ? (
        <SentPage sent={sent} slug={slug} context={context} onAnother={() => setSent(null)} />
      ) : (
        <RequestForm onSent={setSent} onSaved={setSaved} />
      )}
    </RequesterLayout>
  );
}
