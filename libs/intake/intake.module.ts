import { Module } from '@nestjs/common';
import { DraftRow } from './draft.entity.ts';
import { Drafts } from './drafts.service.ts';
import { FollowUp } from './follow-up.service.ts';
import { Lookup } from './lookup.service.ts';
import { SendRequest } from './send-request.service.ts';

export const INTAKE_ENTITIES = [DraftRow];

@Module({ providers: [Drafts, FollowUp, Lookup, SendRequest], exports: [Drafts, FollowUp, Lookup, SendRequest] })
export class IntakeModule {}
