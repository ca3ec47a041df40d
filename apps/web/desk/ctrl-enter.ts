import type { KeyboardEvent } from 'react';

/** In a text of several lines Enter makes a line; Ctrl (or Cmd) with Enter saves. */
export const submitOnCtrlEnter = (submit: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
  event.preventDefault();
  submit();
};
