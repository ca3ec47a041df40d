import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** A new page starts at its top, and screen readers are told its title; inside the desk the panes manage themselves. */
export function RouteFocus() {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname || /\/(bureau|avis)(\/|$)/.test(pathname)) return;
    before.current = pathname;
    window.scrollTo(0, 0);
    const timer = setTimeout(() => {
      const title = document.querySelector<HTMLElement>('main h1');
      if (!title || document.activeElement?.closest('[role="alert"], [role="dialog"]')) return;
      title.tabIndex = -1;
      title.focus({ preventScroll: true });
    }, 60);
    return () => clearTimeout(timer);
  }, [pathname]);
  return null;
}
