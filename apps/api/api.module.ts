import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { ACCOUNTS_ENTITIES, AccountsModule, PeopleModule, PolicyGuard } from '#accounts';
import { DECISION_ENTITIES, DecisionModule } from '#decision';
import { DIRECTORY_ENTITIES, DirectoryModule } from '#directory';
import { INTAKE_ENTITIES, IntakeModule } from '#intake';
import { MOBILE_TEAM_ENTITIES, MobileTeamModule } from '#mobile-team';
import { PATIENTS_ENTITIES, PatientsModule } from '#patients';
import { type Config, PlatformModule } from '#platform';
import { OversightModule } from '#reporting';
import { REPORTS_ENTITIES, ReportsModule } from '#reports';
import { REQUESTS_ENTITIES, RequestsModule } from '#requests';
import { TRIAGE_ENTITIES, TriageModule } from '#triage';
import { Demonstration } from './http/demonstration.service.ts';
import { ErrorFilter } from './http/error.filter.ts';
import { RateLimits } from './http/rate-limits.service.ts';
import { Readiness } from './http/readiness.service.ts';
import { Realtime } from './realtime/realtime.service.ts';
import { AccessListController } from './routes/access-list.controller.ts';
import { AttachmentsController } from './routes/attachments.controller.ts';
import { AuditController } from './routes/audit.controller.ts';
import { ContextController } from './routes/context.controller.ts';
import { AnswersController } from './routes/answers.controller.ts';
import { DecisionController } from './routes/decision.controller.ts';
import { DemonstrationController } from './routes/demonstration.controller.ts';
import { DeskController } from './routes/desk.controller.ts';
import { DraftsController } from './routes/drafts.controller.ts';
import { ExceptionalController } from './routes/exceptional.controller.ts';
import { HealthController } from './routes/health.controller.ts';
import { LinksController } from './routes/links.controller.ts';
import { LookupController } from './routes/lookup.controller.ts';
import { MeController } from './routes/me.controller.ts';
import { MobileDayController } from './routes/mobile-day.controller.ts';
import { MobileNurseController } from './routes/mobile-nurse.controller.ts';
import { PatientSpaceController } from './routes/patient-space.controller.ts';
import { PagesController } from './routes/pages.controller.ts';
import { EssSettingsController, PeopleController } from './routes/people.controller.ts';
import { PlatformController } from './routes/platform.controller.ts';
import { PscController } from './routes/psc.controller.ts';
import { PatientsController } from './routes/patients.controller.ts';
import { PublicController } from './routes/public.controller.ts';
import { ReportsController } from './routes/reports.controller.ts';
import { RequestsController } from './routes/requests.controller.ts';
import { SessionController } from './routes/session.controller.ts';
import { TriageController } from './routes/triage.controller.ts';

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
];

@Module({})
export class ApiModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot({ config, entities: ENTITIES }),
        DiscoveryModule,
        DirectoryModule,
        AccountsModule,
        PeopleModule,
        PatientsModule,
        RequestsModule,
        IntakeModule,
        TriageModule,
        DecisionModule,
        MobileTeamModule,
        ReportsModule,
        OversightModule,
      ],
      controllers: [
        HealthController,
        SessionController,
        MeController,
        LinksController,
        PeopleController,
        EssSettingsController,
        PlatformController,
        PublicController,
        PscController,
        DemonstrationController,
        ContextController,
        LookupController,
        DraftsController,
        RequestsController,
        AttachmentsController,
        TriageController,
        DecisionController,
        AnswersController,
        ReportsController,
        AuditController,
        AccessListController,
        PatientSpaceController,
        DeskController,
        MobileDayController,
        MobileNurseController,
        PatientsController,
        ExceptionalController,
        PagesController,
      ],
      providers: [
        Readiness,
        Demonstration,
        Realtime,
        RateLimits,
        { provide: APP_GUARD, useClass: PolicyGuard },
        { provide: APP_GUARD, useExisting: RateLimits },
        { provide: APP_FILTER, useClass: ErrorFilter },
      ],
    };
  }
}
