import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Directory } from '#directory';
import { type Config, ConfigError, Database, readConfig } from '#platform';
import { frenchSpaces } from '../french-spaces.ts';
import { runningEnvironment } from '../running-environment.ts';
import { StartError } from '../start/start-error.ts';
import { UsageError } from '../usage-error.ts';
import { KeysModule } from './keys.module.ts';
import { type MasterFiles, rotateMaster } from './rotate-master.ts';
import { rotateTenant } from './rotate-tenant.ts';

const USAGE = 'Usage : guichet keys rotate [--ess SLUG] [--data DIR].';
const OPTIONS = { ess: { type: 'string' }, data: { type: 'string', default: '.guichet' } } as const;

/** `guichet keys rotate`: another master key; with `--ess`, another key for one ESS. Everything goes on meanwhile. */
export async function keysCommand(args: string[]): Promise<number> {
  const { ess, data } = readArguments(args);
  const env = runningEnvironment(data);
  const config = configOf(env);
  const context = await NestFactory.createApplicationContext(KeysModule.forRoot(config), {
    logger: false,
    abortOnError: false,
  });
  try {
    const lines = ess === undefined ? await rotateTheMaster(context, config, env) : await rotateOne(context, ess);
    for (const line of lines) process.stdout.write(`${frenchSpaces(line)}\n`);
    return 0;
  } finally {
    await context.close();
  }
}

async function rotateTheMaster(
  context: INestApplicationContext,
  config: Config,
  env: Record<string, string>,
): Promise<string[]> {
  const [current = '', next = ''] = config.masterKeyFiles;
  const files: MasterFiles = { current, next, beside: !env['MASTER_KEY_FILE_NEXT'] };
  const moved = await rotateMaster(context.get(Database), files);
  return [
    `Clé maîtresse changée : ${moved.ess} clé(s) d'ESS et ${moved.accounts} clé(s) de compte sous la nouvelle.`,
    files.beside
      ? `La nouvelle est dans ${current} : sauvegardez-la. L'ancienne reste dans ${current}.old, pour les sauvegardes d'avant.`
      : `Mettez maintenant le contenu de ${next} dans ${current}, puis redémarrez.`,
  ];
}

async function rotateOne(context: INestApplicationContext, slug: string): Promise<string[]> {
  const ess = (await context.get(Directory).allEss()).find((candidate) => candidate.slug === slug);
  if (!ess) throw new StartError(`Aucune ESS « ${slug} ».`);
  const { patients, drafts } = await rotateTenant(context, ess.id);
  return [`Clé de « ${slug} » changée : ${patients} dossier(s) et ${drafts} brouillon(s) sous la nouvelle.`];
}

function configOf(env: Record<string, string>): Config {
  try {
    return readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) throw new StartError(error.message);
    throw error;
  }
}

function readArguments(args: string[]): { ess: string | undefined; data: string } {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: true });
    if (positionals.length === 1 && positionals[0] === 'rotate') return { ess: values.ess, data: values.data };
  } catch {
    // Said below, in French.
  }
  throw new UsageError(USAGE);
}
