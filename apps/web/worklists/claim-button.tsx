import { Button } from '@mantine/core';
import { useEss } from '../layout/ess-shell.tsx';
import type { useWorkAct } from './use-work-acts.ts';
import type { WorkItem } from './views.ts';

/** « Je prends », or back to the desk. */
export function ClaimButton({ item, act }: { item: WorkItem; act: ReturnType<typeof useWorkAct> }) {
  const { context } = useEss();
  // A coordinator books and does not take over.
  if (!context.me.permissions.includes('call.take')) return null;
  const isMine = item.owner.id === context.me.professionalId;
  return (
    <Button
      variant="default"
      loading={act.isPending && (act.variables.act === 'claim' || act.variables.act === 'release')}
      onClick={() => act.mutate({ act: isMine ? 'release' : 'claim', version: item.version })}
    >
      {isMine ? 'Remettre au guichet' : 'Je prends'}
    </Button>
  );
}
