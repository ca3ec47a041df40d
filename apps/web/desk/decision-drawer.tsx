import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './desk.module.css';

interface DecisionDrawerProps {
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The decision where there is no room for a third pane; the keys of the desk go on working in it. */
export function DecisionDrawer({ opened, onClose, children }: DecisionDrawerProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title="Décider"
      position="right"
      size={360}
      withinPortal={false}
      closeButtonProps={{ 'aria-label': 'Fermer' }}
      classNames={{ content: styles.drawer, body: styles.drawerBody, title: styles.drawerTitle }}
      overlayProps={{ backgroundOpacity: 0.35 }}
      transitionProps={{ duration: 180 }}
      styles={{ inner: { left: 0 } }}
    >
      {/* The focus waits here: Entrée confirms, it does not close. */}
      <div tabIndex={-1} data-autofocus="">
        {children}
      </div>
    </Drawer>
  );
}
