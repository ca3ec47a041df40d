export { FactRow } from './fact.entity.ts';
export { RecordFact } from './record-fact.service.ts';
export { REPORTING_ENTITIES, ReportingModule } from './reporting.module.ts';
export { Reporting } from './reporting.service.ts';
