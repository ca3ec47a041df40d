/**
 * The door that closes when the session is locked or over. Calls that met it wait, then are made again: nothing that
 * was typed or asked is lost.
 */
export type GateState = 'open' | 'locked' | 'expired';

let state: GateState = 'open';
/** True once a person is known: before that, « not signed in » is an answer, not a closed door. */
let armed = false;
let waiting: { promise: Promise<void>; open: () => void } | undefined;
const listeners = new Set<() => void>();

const tell = () => {
  for (const listener of listeners) listener();
};

export const sessionGate = {
  get: (): GateState => state,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  arm(value: boolean) {
    armed = value;
  },
  isArmed: () => armed,
  close(reason: Exclude<GateState, 'open'>) {
    if (state === reason) return;
    state = reason;
    tell();
  },
  open() {
    state = 'open';
    waiting?.open();
    waiting = undefined;
    tell();
  },
  /** Resolves when a person has opened the door again. */
  whenOpen(): Promise<void> {
    if (state === 'open') return Promise.resolve();
    if (!waiting) {
      let open = () => {};
      const promise = new Promise<void>((resolve) => {
        open = resolve;
      });
      waiting = { promise, open };
    }
    return waiting.promise;
  },
};
