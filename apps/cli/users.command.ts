import { parseArgs } from 'node:util';
import { isSpecialty } from './users/is-specialty.ts';
import type { NewAdmin } from './users/create-admin.ts';
import { runningEnvironment } from './running-environment.ts';
import { frenchSpaces } from './french-spaces.ts';
import { UsageError } from './usage-error.ts';

const USAGE =
  'Usage : guichet users create-admin EMAIL (--platform | --ess SLUG [--specialty SPÉCIALITÉ --name NOM --phone NUMÉRO]) [--data DIR].';

const OPTIONS = {
  ess: { type: 'string' },
  platform: { type: 'boolean', default: false },
  specialty: { type: 'string' },
  name: { type: 'string' },
  phone: { type: 'string' },
  data: { type: 'string', default: '.guichet' },
} as const;

/** `guichet users create-admin`: the first account of an ESS, which it opens when its specialty is given, or of the platform. */
export async function usersCommand(args: string[]): Promise<number> {
  const { admin, data } = parseUsersArguments(args);
  const { createAdmin } = await import('./users/create-admin.ts');
  const password = await createAdmin(runningEnvironment(data), admin);
  process.stdout.write(
    frenchSpaces(`Compte créé : ${admin.email}\nMot de passe, montré une seule fois : ${password}\n`),
  );
  return 0;
}

export function parseUsersArguments(args: string[]): { admin: NewAdmin; data: string } {
  const { values, positionals } = readArguments(args);
  const [action, email, ...rest] = positionals;
  const { ess: slug, platform, specialty, name, phone, data } = values;
  if (action !== 'create-admin' || !email || rest.length > 0) throw new UsageError(USAGE);
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new UsageError(`« ${email} » n'est pas une adresse e-mail.`);
  if (platform) {
    if ([slug, specialty, name, phone].some((value) => value !== undefined)) throw new UsageError(USAGE);
    return { admin: { email, slug: null, opening: null }, data };
  }
  if (!slug) throw new UsageError(USAGE);
  if (!/^[a-z0-9-]{3,40}$/.test(slug)) {
    throw new UsageError(`« ${slug} » ne convient pas à --ess : 3 à 40 minuscules sans accent, chiffres ou tirets.`);
  }
  if (specialty === undefined && name === undefined && phone === undefined) {
    return { admin: { email, slug, opening: null }, data };
  }
  if (!isSpecialty(specialty) || !name || !phone) throw new UsageError(USAGE);
  return { admin: { email, slug, opening: { specialty, name, phone } }, data };
}

function readArguments(
  args: string[],
): ReturnType<typeof parseArgs<{ args: string[]; options: typeof OPTIONS; allowPositionals: true }>> {
  try {
    return parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: true });
  } catch {
    throw new UsageError(USAGE);
  }
}
