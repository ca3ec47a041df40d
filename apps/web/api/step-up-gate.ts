/**
 * An act that asks for a fresh proof of who one is waits here, is answered by one question whatever the number of calls
 * that met it, then is made again. Giving up leaves the form as it was.
 */
let pending: { promise: Promise<boolean>; answer: (proved: boolean) => void } | undefined;
const listeners = new Set<() => void>();

const tell = () => {
  for (const listener of listeners) listener();
};

export const stepUpGate = {
  isAsked: (): boolean => pending !== undefined,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  /** True when the person has proved who he is; false when he gave up, or when no screen can ask him. */
  ask(): Promise<boolean> {
    if (pending) return pending.promise;
    if (listeners.size === 0) return Promise.resolve(false);
    let answer: (proved: boolean) => void = () => {};
    const promise = new Promise<boolean>((resolve) => {
      answer = resolve;
    });
    pending = { promise, answer };
    tell();
    return promise;
  },
  answer(proved: boolean) {
    const asked = pending;
    pending = undefined;
    asked?.answer(proved);
    tell();
  },
};
