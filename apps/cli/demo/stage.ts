import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Accounts } from '#accounts';
import { Directory, DirectorySetup } from '#directory';
import { Decide } from '#decision';
import { SendRequest } from '#intake';
import { Database, readConfig, TravellingClock } from '#platform';
import { Answers } from '#reports';
import { EvaluateRequest, Triage } from '#triage';
import { DemonstrationModule } from './demonstration.module.ts';

/** The services that the demonstration plays on, and the clock that it moves. */
export interface Stage {
  clock: TravellingClock;
  database: Database;
  directory: Directory;
  setup: DirectorySetup;
  accounts: Accounts;
  send: SendRequest;
  evaluate: EvaluateRequest;
  triage: Triage;
  decide: Decide;
  answers: Answers;
}

/** Opens the services, does the work and closes them, whatever happened. */
export async function onStage<T>(env: NodeJS.ProcessEnv, start: Date, work: (stage: Stage) => Promise<T>): Promise<T> {
  const clock = new TravellingClock(start);
  const config = { ...readConfig(env), demonstration: true };
  const context = await NestFactory.createApplicationContext(DemonstrationModule.forRoot(config, clock), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    return await work({
      clock,
      database: context.get(Database),
      directory: context.get(Directory),
      setup: context.get(DirectorySetup),
      accounts: context.get(Accounts),
      send: context.get(SendRequest),
      evaluate: context.get(EvaluateRequest),
      triage: context.get(Triage),
      decide: context.get(Decide),
      answers: context.get(Answers),
    });
  } finally {
    await context.close();
  }
}
