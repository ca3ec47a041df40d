import { Module } from '@nestjs/common';
import { FactRow } from './fact.entity.ts';
import { RecordFact } from './record-fact.service.ts';
import { Reporting } from './reporting.service.ts';
import { NightlyRetention } from './retention/nightly-retention.service.ts';

export const REPORTING_ENTITIES = [FactRow];

@Module({ providers: [Reporting, RecordFact, NightlyRetention], exports: [Reporting, RecordFact, NightlyRetention] })
export class ReportingModule {}
