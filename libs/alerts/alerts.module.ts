import { Module } from '@nestjs/common';
import { Correct } from './correct.service.ts';
import { MailHistory } from './mail-history.service.ts';
import { MailOut } from './mail-out.service.ts';
import { MailRow } from './mail.entity.ts';
import { NotifyAnswer } from './notify-answer.service.ts';
import { NotifyInfo } from './notify-info.service.ts';
import { NotifyPlanned } from './notify-planned.service.ts';
import { NotifyRequester } from './notify-requester.service.ts';
import { PageOnCall } from './page-on-call.service.ts';
import { PageReader } from './page-reader.service.ts';

export const ALERTS_ENTITIES = [MailRow];
/** Each is the one handler of its consumer. */
export const ALERTS_HANDLERS = [
  NotifyRequester,
  NotifyPlanned,
  NotifyAnswer,
  NotifyInfo,
  Correct,
  PageOnCall,
  PageReader,
];

@Module({ providers: [MailHistory, MailOut, ...ALERTS_HANDLERS], exports: ALERTS_HANDLERS })
export class AlertsModule {}
