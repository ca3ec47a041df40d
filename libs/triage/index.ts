export { EvaluateRequest } from './evaluate-request.service.ts';
export { Queue } from './queue.service.ts';
export { QueuePageView } from './queue.view.ts';
export { bandOf, RequestFile } from './request-file.service.ts';
export { RequestFileView } from './request-file.view.ts';
export { CancelDto, ConfirmDto, ReclassDto } from './triage.dto.ts';
export { TRIAGE_ENTITIES, TriageModule } from './triage.module.ts';
export { Triage } from './triage.service.ts';
