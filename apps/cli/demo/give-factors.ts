import { DEMONSTRATION_FACTOR, newTotpSecret } from '#accounts';
import type { Stage } from './stage.ts';

/**
 * A second factor for each account that is shown, with the secret of the last start when there was one: a data folder
 * of before gets its factors at its next start.
 */
export async function giveFactors<A extends { email: string }>(
  { database, totp }: Stage,
  accounts: readonly A[],
  known: readonly { email: string; totpSecret: string }[] | undefined,
): Promise<(A & { totpSecret?: string })[]> {
  if (!known) return [...accounts];
  const given: (A & { totpSecret: string })[] = [];
  for (const account of accounts) {
    const totpSecret = known.find(({ email }) => email === account.email)?.totpSecret ?? newTotpSecret();
    const [row]: { id: string }[] = await database.global((manager) =>
      manager.query('select id from account where email = $1', [account.email]),
    );
    if (row) await totp.ensure(row.id, totpSecret, DEMONSTRATION_FACTOR);
    given.push({ ...account, totpSecret });
  }
  return given;
}
