/** The command line was not understood: one French sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
