import { Global, Module } from '@nestjs/common';
import { AttachmentRow } from './attachments/attachment.entity.ts';
import { Attachments } from './attachments/attachments.service.ts';
import { HandRequests } from './hand-over.service.ts';
import { RequestAccess } from './request-access.service.ts';
import { RequestRow } from './request.entity.ts';
import { Requests } from './requests.service.ts';
import { Timeline } from './timeline.service.ts';
import { UndoRow } from './undo.entity.ts';

export const REQUESTS_ENTITIES = [RequestRow, UndoRow, AttachmentRow];

@Global()
@Module({
  providers: [Requests, Timeline, RequestAccess, HandRequests, Attachments],
  exports: [Requests, Timeline, RequestAccess, HandRequests, Attachments],
})
export class RequestsModule {}
