import { type DynamicModule, Module } from '@nestjs/common';
import { ACCOUNTS_ENTITIES } from '#accounts';
import { ALERTS_ENTITIES, AlertsModule } from '#alerts';
import { DECISION_ENTITIES, DecisionModule } from '#decision';
import { DIRECTORY_ENTITIES, DirectoryModule } from '#directory';
import { INTAKE_ENTITIES, IntakeModule } from '#intake';
import { MOBILE_TEAM_ENTITIES, MobileTeamModule } from '#mobile-team';
import { PATIENTS_ENTITIES, PatientsModule } from '#patients';
import { PlatformModule, type PlatformOptions } from '#platform';
import { REPORTING_ENTITIES, ReportingModule } from '#reporting';
import { REPORTS_ENTITIES, ReportsModule } from '#reports';
import { REQUESTS_ENTITIES, RequestsModule } from '#requests';
import { TRIAGE_ENTITIES, TriageModule } from '#triage';

const ENTITIES = [
  ...DIRECTORY_ENTITIES,
  ...ACCOUNTS_ENTITIES,
  ...PATIENTS_ENTITIES,
  ...REQUESTS_ENTITIES,
  ...INTAKE_ENTITIES,
  ...TRIAGE_ENTITIES,
  ...DECISION_ENTITIES,
  ...MOBILE_TEAM_ENTITIES,
  ...REPORTS_ENTITIES,
  ...ALERTS_ENTITIES,
  ...REPORTING_ENTITIES,
];

@Module({})
export class WorkerModule {
  static forRoot(options: Omit<PlatformOptions, 'entities'>): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot({ ...options, entities: ENTITIES }),
        DirectoryModule,
        PatientsModule,
        RequestsModule,
        IntakeModule,
        TriageModule,
        DecisionModule,
        MobileTeamModule,
        ReportsModule,
        AlertsModule,
        ReportingModule,
      ],
    };
  }
}
