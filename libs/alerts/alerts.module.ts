import { Module } from '@nestjs/common';
import { Correct } from './correct.service.ts';
import { Invite } from './invite.service.ts';
import { MailHistory } from './mail-history.service.ts';
import { MailOut } from './mail-out.service.ts';
import { MailRow } from './mail.entity.ts';
import { NotifyAnswer } from './notify-answer.service.ts';
import { NotifyInfo } from './notify-info.service.ts';
import { NotifyPlanned } from './notify-planned.service.ts';
import { NotifyRequester } from './notify-requester.service.ts';
import { PageOnCall } from './page-on-call.service.ts';
import { PageReader } from './page-reader.service.ts';
import { PostOffice } from './post-office.service.ts';
import { ResetPassword } from './reset-password.service.ts';
import { TellExceptional } from './tell-exceptional.service.ts';
import { TellOwner } from './tell-owner.service.ts';

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
  Invite,
  ResetPassword,
  TellOwner,
  TellExceptional,
];

@Module({ providers: [MailHistory, MailOut, PostOffice, ...ALERTS_HANDLERS], exports: ALERTS_HANDLERS })
export class AlertsModule {}
