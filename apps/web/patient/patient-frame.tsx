import type { ReactNode } from 'react';
import { useState } from 'react';
import { DeskFrame } from '../desk/desk-frame.tsx';
import { HelpOverlay } from '../desk/help-overlay.tsx';
import { useEss } from '../layout/ess-shell.tsx';
import { RequesterLayout } from '../layout/requester-layout.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';

/** The frame around a patient: the desk's for who works there, the requester's for who asks. */
export function PatientFrame({ place, children }: { place: string; children: ReactNode }) {
  const { context } = useEss();
  return context.me.permissions.includes('request.triage') ? (
    <AtTheDesk place={place}>{children}</AtTheDesk>
  ) : (
    <RequesterLayout place={place}>{children}</RequesterLayout>
  );
}

function AtTheDesk({ place, children }: { place: string; children: ReactNode }) {
  const [help, setHelp] = useState(false);
  usePageTitle(place);
  return (
    <DeskFrame urgent={0} onHelp={() => setHelp(true)} scrolls>
      {children}
      <HelpOverlay opened={help} onClose={() => setHelp(false)} />
    </DeskFrame>
  );
}
