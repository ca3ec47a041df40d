import { Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.service.ts';
import { ChainState } from './chain-state.service.ts';
import { ReviewFile } from './review-file.service.ts';
import { Reviews } from './reviews.service.ts';

/** What the DPO and the medical lead look at: read from the tables of every lib, written in none but its own reviews. */
@Module({ providers: [AuditTrail, ChainState, Reviews, ReviewFile], exports: [AuditTrail, ChainState, Reviews] })
export class OversightModule {}
