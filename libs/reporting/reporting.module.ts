import { Module } from '@nestjs/common';
import { FactRow } from './fact.entity.ts';
import { RecordFact } from './record-fact.service.ts';
import { Reporting } from './reporting.service.ts';
import { NightlyJobs } from './nightly-jobs.service.ts';

export const REPORTING_ENTITIES = [FactRow];

@Module({ providers: [Reporting, RecordFact, NightlyJobs], exports: [Reporting, RecordFact, NightlyJobs] })
export class ReportingModule {}
