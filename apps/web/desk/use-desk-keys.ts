import { useEffect, useRef } from 'react';
import { sessionGate } from '../api/session-gate.ts';
import { commandOf } from './keyboard.ts';
import type { DeskCommand, KeyPlace } from './keyboard.ts';

const TEXT_FIELDS =
  'textarea, select, [contenteditable="true"], input:not([type="radio"]):not([type="checkbox"]):not([type="button"])';

function placeOf(target: EventTarget | null): KeyPlace {
  const element = target instanceof Element ? target : document.body;
  const card = element.closest('[data-queue-card]');
  return {
    typing: element.matches(TEXT_FIELDS),
    inDialog: sessionGate.get() !== 'open' || element.closest('[role="menu"], [data-desk-modal]') !== null,
    // On the card already open, Enter goes on to the decision.
    onControl: element.closest('a, button, summary') !== null && card?.getAttribute('aria-current') !== 'true',
    ownsArrows: element.matches('input[type="radio"]') || element.closest('[data-scrolled-text]') !== null,
  };
}

/** Keys of the desk, anywhere on the page, never while typing. */
export function useDeskKeys(run: (command: DeskCommand) => boolean) {
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
