import { Module } from '@nestjs/common';
import { EvaluateRequest } from './evaluate-request.service.ts';
import { EvaluationRow } from './evaluation.entity.ts';
import { PatientSide } from './patient-side.service.ts';
import { Queue } from './queue.service.ts';
import { RequestFile } from './request-file.service.ts';
import { Triage } from './triage.service.ts';

export const TRIAGE_ENTITIES = [EvaluationRow];

@Module({
  providers: [EvaluateRequest, PatientSide, Queue, RequestFile, Triage],
  exports: [EvaluateRequest, Queue, RequestFile, Triage],
})
export class TriageModule {}
