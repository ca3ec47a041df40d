import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEss } from '../layout/ess-shell.tsx';
import { NotLoaded } from '../ui/not-loaded.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { peopleApi, peopleKeys } from './people-api.ts';
import { PersonPanel } from './person-panel.tsx';
import styles from './people.module.css';

interface PersonDrawerProps {
  id: string | null;
  onClose: () => void;
}

/** One person, beside the list. */
export function PersonDrawer({ id, onClose }: PersonDrawerProps) {
  const { slug } = useEss();
  const person = useQuery({
    queryKey: peopleKeys.one(slug, id ?? ''),
    queryFn: () => peopleApi(slug).one(id ?? ''),
    enabled: id !== null,
  });
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position="right"
      withinPortal={false}
      styles={{ inner: { left: 0 } }}
      size={560}
      title={person.data?.name ?? 'Une personne'}
      closeButtonProps={{ 'aria-label': 'Fermer' }}
      overlayProps={{ backgroundOpacity: 0.35 }}
      transitionProps={{ duration: 180 }}
      classNames={{ title: styles.drawerTitle, body: styles.drawerBody }}
    >
      {person.isPending && <ListSkeleton rows={4} rowHeight={72} />}
      <NotLoaded query={person} />
      {person.data && <PersonPanel key={person.data.id} person={person.data} />}
    </Drawer>
  );
}
