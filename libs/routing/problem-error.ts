/** The problem cannot be read as one: the message is a French sentence that says what to mend. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
}
