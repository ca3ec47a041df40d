import { Module } from '@nestjs/common';
import { DraftRow } from './draft.entity.ts';
import { Drafts } from './drafts.service.ts';
import { DuplicatePairs } from './duplicate-pairs.service.ts';
import { FollowUp } from './follow-up.service.ts';
import { Lookup } from './lookup.service.ts';
import { PatientPages } from './patient-page.service.ts';
import { SendRequest } from './send-request.service.ts';
import { TakeRedirected } from './take-redirected.service.ts';

export const INTAKE_ENTITIES = [DraftRow];

const SERVICES = [DuplicatePairs, PatientPages, Drafts, FollowUp, Lookup, SendRequest, TakeRedirected];

@Module({ providers: SERVICES, exports: SERVICES })
export class IntakeModule {}
