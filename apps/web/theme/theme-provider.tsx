import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { cssVariablesResolver, theme } from './theme.ts';

const colorSchemeManager = localStorageColorSchemeManager({ key: 'guichet-theme' });

/** Light or dark as the device says, until the person chooses. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
    >
      {children}
    </MantineProvider>
  );
}

export type Density = 'comfortable' | 'compact' | 'large';

/** Sizes of the whole page, menus and drawers included; a page that leaves puts the comfortable ones back. */
export function useDensity(density: Density) {
  useEffect(() => {
    document.body.dataset.density = density;
    return () => {
      document.body.dataset.density = 'comfortable';
    };
  }, [density]);
}
