import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { KeyCap } from '../ui/tag.tsx';

interface ActButtonProps {
  icon: ReactNode;
  children: ReactNode;
  /** Its key, drawn beside it: the screen teaches them. */
  keyName?: string;
  /** The one primary action of the moment. */
  first?: boolean;
  /** Taller: what one comes for. */
  tall?: boolean;
  busy?: boolean;
  disabled?: boolean;
  onClick: () => void;
}

const styles = {
  inner: { justifyContent: 'flex-start' },
  label: { flex: 1, whiteSpace: 'normal', textAlign: 'left' },
  section: { marginInlineEnd: 8 },
} as const;

/** A button of the decision: icon, words, key. */
export function ActButton({ icon, children, keyName, first = false, tall, busy, disabled, onClick }: ActButtonProps) {
  return (
    <Button
      fullWidth
      h={tall ? 42 : undefined}
      variant={first ? 'filled' : 'default'}
      loading={busy}
      disabled={disabled}
      leftSection={icon}
      rightSection={keyName && <KeyCap>{keyName}</KeyCap>}
      styles={{ ...styles, section: keyName ? {} : styles.section }}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
