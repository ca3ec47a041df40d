import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconDevices } from '@tabler/icons-react';
import { useState } from 'react';
import { messageOf } from '../api/errors.ts';
import { formatDay, formatSoon, NBSP, plural } from '../ui/format.ts';
import { NotLoaded } from '../ui/not-loaded.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { Notice, Sheet } from '../ui/sheet.tsx';
import { Tag } from '../ui/tag.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { useNow } from '../ui/use-now.ts';
import { accountApi } from './account-api.ts';
import styles from './account.module.css';
import { accountKeys } from './keys.ts';
import type { DeviceView } from './views.ts';

/** Every browser this account has signed in from; an unknown one is ended here. */
export function DevicesSection() {
  const client = useQueryClient();
  const toast = useUndoToast();
  const devices = useQuery({ queryKey: accountKeys.devices, queryFn: accountApi.devices });
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const act = async (name: string, ask: () => Promise<unknown>, said: string) => {
    setBusy(name);
    setError(null);
    try {
      await ask();
      toast({ message: said });
    } catch (thrown) {
      setError(messageOf(thrown));
    } finally {
      setBusy(null);
      void client.invalidateQueries({ queryKey: accountKeys.devices });
    }
  };
  const list = devices.data ?? [];
  const others = list.filter(({ current }) => !current);
  return (
    <Sheet labelledBy="appareils">
      <h2 id="appareils">Appareils</h2>
      <p className="soft">
        Un appareil que vous ne reconnaissez pas&nbsp;? Fermez-le, puis changez votre mot de passe.
      </p>
      {devices.isPending && <ListSkeleton rows={2} rowHeight={64} />}
      <NotLoaded query={devices} />
      {error && (
        <Notice tone="error" role="alert">
          {error}
        </Notice>
      )}
      <ul className={styles.list}>
        {list.map((device) => (
          <DeviceRow
            key={device.id}
            device={device}
            busy={busy === device.id}
            onEnd={() =>
              void act(
                device.id,
                () => accountApi.endDevice(device.id),
                `${device.label}${NBSP}: sessions fermées, appareil oublié.`,
              )
            }
          />
        ))}
      </ul>
      {others.some(({ sessions }) => sessions > 0) && (
        <div className={styles.buttons}>
          <Button
            variant="default"
            loading={busy === 'others'}
            onClick={() => void act('others', accountApi.endOthers, 'Tous les autres appareils sont fermés.')}
          >
            Fermer tous les autres
          </Button>
        </div>
      )}
    </Sheet>
  );
}

interface DeviceRowProps {
  device: DeviceView;
  busy: boolean;
  onEnd: () => void;
}

function DeviceRow({ device, busy, onEnd }: DeviceRowProps) {
  const now = new Date(useNow());
  const trusted = device.trustedUntil !== null && new Date(device.trustedUntil) > now;
  return (
    <li className={styles.row}>
      <IconDevices size={22} stroke={1.9} aria-hidden="true" />
      <div className={styles.what}>
        <strong>
          {device.label} {device.current && <Tag tone="done">Cet appareil</Tag>}
        </strong>
        <span className="muted small">
          Vu {formatSoon(device.lastSeenAt, now)}, connu depuis le {formatDay(device.createdAt)}.{' '}
          {device.sessions > 0
            ? `${plural(device.sessions, 'session ouverte', 'sessions ouvertes')}.`
            : 'Aucune session ouverte.'}
          {trusted && ` Second facteur non demandé jusqu’au${NBSP}${formatDay(device.trustedUntil ?? '')}.`}
        </span>
      </div>
      {!device.current && (
        <Button variant="subtle" loading={busy} onClick={onEnd}>
          {device.sessions > 0 ? 'Fermer' : 'Oublier'}
          <span className="sr-only"> {device.label}</span>
        </Button>
      )}
    </li>
  );
}
