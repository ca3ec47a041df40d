import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { Directory } from '#directory';
import { Patients } from '#patients';
import { ConfigError, Database, readConfig } from '#platform';
import { frenchSpaces } from '../french-spaces.ts';
import { runningEnvironment } from '../running-environment.ts';
import { StartError } from '../start/start-error.ts';
import { UsageError } from '../usage-error.ts';
import { erasePatient, type Erasure } from './erase-patient.ts';
import { PatientsCommandModule } from './patients.module.ts';

const USAGE = 'Usage : guichet patients erase --ess SLUG --reference RÉFÉRENCE [--yes] [--data DIR].';
const OPTIONS = {
  ess: { type: 'string' },
  reference: { type: 'string' },
  yes: { type: 'boolean', default: false },
  data: { type: 'string', default: '.guichet' },
} as const;

/** `guichet patients erase`: for ever, so only with `--yes`. */
export async function patientsCommand(args: string[]): Promise<number> {
  const { data, ...erasure } = readArguments(args);
  const { requests, erased } = await run(runningEnvironment(data), erasure);
  const what = `Le dossier de ${erasure.reference} (${requests} demande${requests > 1 ? 's' : ''})`;
  const line = erased
    ? `${what} est effacé. Les sauvegardes d'avant le tiennent encore, jusqu'à leur fin.`
    : `${what} serait effacé pour toujours : ajoutez --yes pour le faire.`;
  process.stdout.write(`${frenchSpaces(line)}\n`);
  return erased ? 0 : 1;
}

async function run(env: Record<string, string>, erasure: Erasure): Promise<{ requests: number; erased: boolean }> {
  try {
    const context = await NestFactory.createApplicationContext(PatientsCommandModule.forRoot(readConfig(env)), {
      logger: false,
      abortOnError: false,
    });
    try {
      const [database, directory, patients] = [context.get(Database), context.get(Directory), context.get(Patients)];
      return await erasePatient({ database, directory, patients }, erasure);
    } finally {
      await context.close();
    }
  } catch (error) {
    if (error instanceof ConfigError) throw new StartError(error.message);
    throw error;
  }
}

function readArguments(args: string[]): Erasure & { data: string } {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: true });
    const { ess: slug, reference, yes: sure, data } = values;
    if (positionals.length === 1 && positionals[0] === 'erase' && slug && reference) {
      return { slug, reference: reference.toUpperCase(), sure, data };
    }
  } catch {
    // Said below, in French.
  }
  throw new UsageError(USAGE);
}
