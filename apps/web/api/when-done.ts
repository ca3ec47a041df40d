/**
 * What follows an act that succeeded, even when its line has left the screen meanwhile: the signal of a change may come
 * before the answer to who made it, and callbacks given to `mutate` are not called once their component is gone.
 * A refusal stays in the mutation, where the screen that asked reads it.
 */
export function whenDone<T>(act: Promise<T>, done: (value: T) => void, refused: () => void = () => undefined): void {
  void act.then(done, refused);
}
