import { IconHandGrab, IconInbox } from '@tabler/icons-react';
import { NBSP } from '../ui/format.ts';
import { Avatar } from '../ui/tag.tsx';
import { ActButton } from './act-button.tsx';
import { may } from './decision.ts';
import styles from './decision.module.css';
import type { RequestFile } from './views.ts';

interface OwnerActProps {
  request: RequestFile;
  meId: string;
  busy: boolean;
  onClaim: () => void;
}

/** Who has it now, and « Je prends » or back to the desk. */
export function OwnerAct({ request, meId, busy, onClaim }: OwnerActProps) {
  const { owner } = request;
  if (!owner) return null;
  // An emergency is taken by its own button.
  const claim = may(request, 'claim') && !may(request, 'acknowledge');
  const release = !claim && may(request, 'release');
  const name = owner.kind === 'user' && owner.id === meId ? 'vous' : owner.name;
  return (
    <section className={styles.block} aria-label="Qui s’en occupe">
      <p className={styles.owner}>
        <Avatar name={owner.name} size={26} />
        <span>
          Chez{NBSP}: <strong>{name}</strong>
          <small>{request.nextActionLabel}</small>
        </span>
      </p>
      {(claim || release) && (
        <ActButton
          icon={
            claim ? (
              <IconHandGrab size={17} stroke={1.9} aria-hidden="true" />
            ) : (
              <IconInbox size={17} stroke={1.9} aria-hidden="true" />
            )
          }
          keyName="G"
          disabled={busy}
          onClick={onClaim}
        >
          {claim ? 'Je prends' : 'Remettre au guichet'}
        </ActButton>
      )}
    </section>
  );
}
