/** A start that cannot go on: one French sentence for the person at the terminal, never a stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
