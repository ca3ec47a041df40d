import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useEss } from '../layout/ess-shell.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { RequestForm } from '../request-form/request-form.tsx';
import { deviceStore } from '../session/device-store.ts';
import { DraftSaved } from '../ui/draft-saved.tsx';
import type { DraftSavedState } from '../ui/draft-saved.tsx';
import { CallerStep } from './caller-step.tsx';
import { DeskFrame } from './desk-frame.tsx';
import { HelpOverlay } from './help-overlay.tsx';
import { callerKey } from './new-caller.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useQueue } from './use-queue.ts';

/** « Nouvel appel »: the same form, who calls first; sent, it opens in the queue as any other request. */
export function CallPage() {
  const { slug, context } = useEss();
  const navigate = useNavigate();
  const queue = useQueue(slug);
  const [help, setHelp] = useState(false);
  const [saved, setSaved] = useState<DraftSavedState>({ where: 'none', at: null });
  usePageTitle('Nouvel appel');
  useDeskKeys((command) => {
    if (command.name !== 'help') return false;
    setHelp(true);
    return true;
  });
  return (
    <DeskFrame urgent={queue.counts.urgent} onHelp={() => setHelp(true)} scrolls saved={<DraftSaved state={saved} />}>
      <RequestForm
        mode="call"
        callerStep={<CallerStep />}
        onSaved={setSaved}
        onSent={(sent) => {
          void deviceStore.remove(callerKey(context.me.professionalId, slug));
          void navigate(`/${slug}/bureau/${sent.id}`);
        }}
      />
      <HelpOverlay opened={help} onClose={() => setHelp(false)} />
    </DeskFrame>
  );
}
