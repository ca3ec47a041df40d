import { type DynamicModule, Module } from '@nestjs/common';
import { ACCOUNTS_ENTITIES, AccountsModule } from '#accounts';
import { DECISION_ENTITIES, DecisionModule } from '#decision';
import { DIRECTORY_ENTITIES, DirectoryModule } from '#directory';
import { INTAKE_ENTITIES, IntakeModule } from '#intake';
import { MOBILE_TEAM_ENTITIES, MobileTeamModule } from '#mobile-team';
import { PATIENTS_ENTITIES, PatientsModule } from '#patients';
import { type Bus, type Config, PlatformModule, type TravellingClock } from '#platform';
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
  ...REPORTING_ENTITIES,
];

/** Nobody looks at the past while it is told. */
const SILENCE: Bus = {
  publish: () => Promise.resolve(),
  subscribe: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

/** The real services under a clock that travels; what they would have sent in the past is born done. */
@Module({})
export class DemonstrationModule {
  static forRoot(config: Config, clock: TravellingClock): DynamicModule {
    return {
      module: DemonstrationModule,
      imports: [
        PlatformModule.forRoot({ config, clock, entities: ENTITIES, deliveries: 'born-done', bus: SILENCE }),
        DirectoryModule,
        AccountsModule,
        PatientsModule,
        RequestsModule,
        IntakeModule,
        TriageModule,
        DecisionModule,
        MobileTeamModule,
        ReportsModule,
        ReportingModule,
      ],
    };
  }
}
