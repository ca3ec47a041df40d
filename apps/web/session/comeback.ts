/**
 * A session opened again in one tab opens the others: those that wait behind « Session verrouillée » look again at who
 * is there, and keep what was typed. Nothing is said on this channel but that something happened.
 */
const CHANNEL = 'guichet-session';

/** Where a new tab ends that was opened only to prove who one is. */
export const COMEBACK_PATH = '/reprise';
/** The same, by way of Pro Santé Connect. */
export const PSC_COMEBACK = '/connexion/psc?retour=reprise';

export function tellComeback(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('opened');
  channel.close();
}

export function onComeback(act: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => {};
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = act;
  return () => channel.close();
}
