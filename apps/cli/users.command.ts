import { StartError } from './start/start-error.ts';
import { UsageError } from './usage-error.ts';

/** `guichet users create-admin EMAIL --ess SLUG`: the first account of an ESS. */
export async function usersCommand(args: string[]): Promise<number> {
  const [action, email, flag, slug, ...rest] = args;
  if (action !== 'create-admin' || !email?.includes('@') || flag !== '--ess' || !slug || rest.length > 0) {
    throw new UsageError('Usage : guichet users create-admin EMAIL --ess SLUG.');
  }
  throw new StartError(`Le compte ${email} n'a pas été créé : cette commande attend encore le service des comptes.`);
}
