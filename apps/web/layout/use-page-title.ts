import { useEffect } from 'react';

/** The title of the tab; it never carries a name or a health datum. */
export function usePageTitle(title: string) {
  useEffect(() => {
    document.title = `${title} – Guichet ESS`;
  }, [title]);
}
