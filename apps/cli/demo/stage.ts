import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Accounts, TotpFactors } from '#accounts';
import { Directory, DirectorySetup } from '#directory';
import { Acts, Decide, InfoOverdue } from '#decision';
import { SendRequest } from '#intake';
import { NurseVisits, PublishDay, TeamSetup, TourPlanning } from '#mobile-team';
import { Circle, Consents, Exceptional, Identities, Patients } from '#patients';
import { Audit, Database, readConfig, TravellingClock } from '#platform';
import { Reporting } from '#reporting';
import { Answers, ReceptionOverdue, Receptions, Reports } from '#reports';
import { Requests } from '#requests';
import { EvaluateRequest, Triage } from '#triage';
import { DemonstrationModule } from './demonstration.module.ts';

/** The services that the demonstration plays on, and the clock that it moves. */
export interface Stage {
  clock: TravellingClock;
  database: Database;
  directory: Directory;
  setup: DirectorySetup;
  accounts: Accounts;
  totp: TotpFactors;
  send: SendRequest;
  evaluate: EvaluateRequest;
  triage: Triage;
  decide: Decide;
  answers: Answers;
  acts: Acts;
  infoOverdue: InfoOverdue;
  reports: Reports;
  receptions: Receptions;
  receptionOverdue: ReceptionOverdue;
  teams: TeamSetup;
  planning: TourPlanning;
  publishDay: PublishDay;
  nurses: NurseVisits;
  reporting: Reporting;
  requests: Requests;
  patients: Patients;
  identities: Identities;
  consents: Consents;
  circle: Circle;
  audit: Audit;
  exceptional: Exceptional;
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
      totp: context.get(TotpFactors),
      send: context.get(SendRequest),
      evaluate: context.get(EvaluateRequest),
      triage: context.get(Triage),
      decide: context.get(Decide),
      answers: context.get(Answers),
      acts: context.get(Acts),
      infoOverdue: context.get(InfoOverdue),
      reports: context.get(Reports),
      receptions: context.get(Receptions),
      receptionOverdue: context.get(ReceptionOverdue),
      teams: context.get(TeamSetup),
      planning: context.get(TourPlanning),
      publishDay: context.get(PublishDay),
      nurses: context.get(NurseVisits),
      reporting: context.get(Reporting),
      requests: context.get(Requests),
      patients: context.get(Patients),
      identities: context.get(Identities),
      consents: context.get(Consents),
      circle: context.get(Circle),
      audit: context.get(Audit),
      exceptional: context.get(Exceptional),
    });
  } finally {
    await context.close();
  }
}
