import { resolve } from 'node:path';
import { frenchSpaces } from './french-spaces.ts';
import { projectRoot } from './start/project-root.ts';
import { readRunningEnvironment } from './start/running-environment.ts';
import { StartError } from './start/start-error.ts';
import { UsageError } from './usage-error.ts';

const USAGE = 'Usage : guichet users create-admin EMAIL --ess SLUG [--data DOSSIER].';

/** `guichet users create-admin EMAIL --ess SLUG`: the first account of an ESS, while the guichet runs. */
export async function usersCommand(args: string[]): Promise<number> {
  const [action, email, ...options] = args;
  const slug = valueOf(options, '--ess');
  if (
    action !== 'create-admin' ||
    !/^\S+@\S+\.\S+$/.test(email ?? '') ||
    !email ||
    !/^[a-z0-9-]{3,40}$/.test(slug ?? '') ||
    !slug
  ) {
    throw new UsageError(USAGE);
  }
  const folder = resolve(projectRoot(), valueOf(options, '--data') ?? '.guichet');
  const env = process.env['DATABASE_URL'] ? process.env : readRunningEnvironment(folder);
  if (!env) throw new StartError(`Rien ne tourne dans ${folder} : lancez d'abord « npm start -- --no-demo ».`);
  const { createAdmin } = await import('./users/create-admin.ts');
  const password = await createAdmin(env, {
    email: email.toLowerCase(),
    slug,
    today: new Date().toISOString().slice(0, 10),
  });
  process.stdout.write(frenchSpaces(`Compte créé : ${email}, mot de passe ${password} (montré une seule fois).\n`));
  return 0;
}

function valueOf(options: string[], name: string): string | null {
  const place = options.indexOf(name);
  return place === -1 ? null : (options[place + 1] ?? null);
}
