import { Global, Module } from '@nestjs/common';
import { ACCESS_REASON } from '#patients';
import { RequestAccess } from './request-access.service.ts';
import { RequestRow } from './request.entity.ts';
import { Requests } from './requests.service.ts';
import { Timeline } from './timeline.service.ts';

export const REQUESTS_ENTITIES = [RequestRow];

@Global()
@Module({
  providers: [Requests, Timeline, RequestAccess, { provide: ACCESS_REASON, useExisting: RequestAccess }],
  exports: [Requests, Timeline, ACCESS_REASON],
})
export class RequestsModule {}
