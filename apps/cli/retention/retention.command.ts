import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { Directory } from '#directory';
import { Patients } from '#patients';
import { Clock, ConfigError, Database, readConfig } from '#platform';
import { runRetention } from '#reporting';
import type { RetentionLine } from '#reporting';
import { frenchSpaces } from '../french-spaces.ts';
import { PatientsCommandModule } from '../patients/patients.module.ts';
import { runningEnvironment } from '../running-environment.ts';
import { StartError } from '../start/start-error.ts';
import { UsageError } from '../usage-error.ts';

const USAGE = 'Usage : guichet retention --dry-run|--apply [--data DIR].';
const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  apply: { type: 'boolean', default: false },
  data: { type: 'string', default: '.guichet' },
} as const;

/** `guichet retention`: what is kept too long, counted; archived, erased or deleted only with `--apply`. */
export async function retentionCommand(args: string[]): Promise<number> {
  const { apply, data } = readArguments(args);
  for (const { says, count } of await run(runningEnvironment(data), apply)) say(`${says} : ${count}`);
  say(apply ? 'Fait.' : 'Rien n’a été changé : --apply le fait.');
  return 0;
}

async function run(env: Record<string, string>, apply: boolean): Promise<RetentionLine[]> {
  try {
    const config = readConfig(env);
    const context = await NestFactory.createApplicationContext(PatientsCommandModule.forRoot(config), {
      logger: false,
      abortOnError: false,
    });
    try {
      const [database, directory] = [context.get(Database), context.get(Directory)];
      const [patients, clock, { logsDir = null }] = [context.get(Patients), context.get(Clock), config];
      return await runRetention({ database, directory, patients, clock, logsDir }, apply);
    } finally {
      await context.close();
    }
  } catch (error) {
    if (error instanceof ConfigError) throw new StartError(error.message);
    throw error;
  }
}

function readArguments(args: string[]): { apply: boolean; data: string } {
  try {
    const { values } = parseArgs({ args, options: OPTIONS, strict: true });
    if (values.apply !== values['dry-run']) return { apply: values.apply, data: values.data };
  } catch {
    // Said below, in French.
  }
  throw new UsageError(USAGE);
}

function say(line: string): void {
  process.stdout.write(`${frenchSpaces(line)}\n`);
}
