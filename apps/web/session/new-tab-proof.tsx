import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface NewTabProofProps {
  to: string;
  children: ReactNode;
  primary?: boolean;
}

/** Proves who one is in another tab, so that this page, and what is typed in it, stays as it is. */
export function NewTabProof({ to, children, primary = false }: NewTabProofProps) {
  return (
    <Button
      component="a"
      href={to}
      target="_blank"
      rel="opener"
      variant={primary ? 'filled' : 'default'}
      fullWidth
      rightSection={<IconExternalLink size={18} stroke={1.9} aria-hidden="true" />}
    >
      {children}
      <span className="sr-only"> (nouvel onglet)</span>
    </Button>
  );
}
