export { FactRow } from './fact.entity.ts';
export { RecordFact } from './record-fact.service.ts';
export { REPORTING_ENTITIES, ReportingModule } from './reporting.module.ts';
export { Reporting } from './reporting.service.ts';
export { accessListPdf } from './oversight/access-list-pdf.ts';
export { AuditTrail } from './oversight/audit-trail.service.ts';
export { ChainState } from './oversight/chain-state.service.ts';
export { ReviewDto, TrailPatientDto, TrailQueryDto } from './oversight/oversight.dto.ts';
export { OversightModule } from './oversight/oversight.module.ts';
export {
  ChainCheckView,
  ChainStateView,
  ReviewsView,
  TrailFiltersView,
  TrailPageView,
  TrailPatientView,
} from './oversight/oversight.view.ts';
export { Reviews } from './oversight/reviews.service.ts';
export { NightlyJobs } from './nightly-jobs.service.ts';
export { runRetention } from './retention/run-retention.ts';
export type { RetentionLine } from './retention/run-retention.ts';
