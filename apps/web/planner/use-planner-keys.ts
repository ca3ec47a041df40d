import { useEffect, useRef } from 'react';
import { sessionGate } from '../api/session-gate.ts';
import { commandOf } from './keyboard.ts';
import type { KeyPlace, PlannerCommand } from './keyboard.ts';

const TEXT_FIELDS =
  'textarea, select, [contenteditable="true"], input:not([type="radio"]):not([type="checkbox"]):not([type="button"])';

function placeOf(target: EventTarget | null): KeyPlace {
  const element = target instanceof Element ? target : document.body;
  const onVisit = element.closest('[data-act]') !== null;
  return {
    typing: element.matches(TEXT_FIELDS),
    inDialog: sessionGate.get() !== 'open' || element.closest('[role="menu"], [data-desk-modal]') !== null,
    onVisit,
    onControl: !onVisit && element.closest('a, button, summary, [role="button"]') !== null,
  };
}

/** Keys of the planner, anywhere on the page; `run` says whether the key was used. */
export function usePlannerKeys(run: (command: PlannerCommand) => boolean) {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const command = commandOf(event, placeOf(event.target));
      if (command && latest.current(command)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** The visit that had the focus keeps it when it is drawn again elsewhere. */
export function useKeptFocus() {
  const act = useRef<string | null>(null);
  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]') : null;
      act.current = element?.dataset.act ?? null;
    };
    window.addEventListener('focusin', onFocus);
    return () => window.removeEventListener('focusin', onFocus);
  }, []);
  useEffect(() => {
    if (act.current && document.activeElement === document.body) focusVisit(act.current);
  });
}

export function focusVisit(actId: string): void {
  document.querySelector<HTMLElement>(`[data-act="${CSS.escape(actId)}"]`)?.focus();
}
