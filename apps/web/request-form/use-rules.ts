import { useEffect, useState } from 'react';
import type { gravestRule } from './gravest-rule.ts';

/** The rules of the protocols, fetched as soon as the form is drawn, so that a slow phone draws it first. */
export function useRules(): typeof gravestRule | null {
  const [rules, setRules] = useState<{ read: typeof gravestRule } | null>(null);
  useEffect(() => {
    let left = false;
    const load = (tries: number) => {
      import('./gravest-rule.ts').then(
        (module) => {
          if (!left) setRules({ read: module.gravestRule });
        },
        () => {
          if (!left && tries > 0) setTimeout(() => load(tries - 1), 3_000);
        },
      );
    };
    load(20);
    return () => {
      left = true;
    };
  }, []);
  return rules?.read ?? null;
}
