import { Module } from '@nestjs/common';
import { MailOut } from './mail-out.service.ts';
import { MailRow } from './mail.entity.ts';
import { NotifyRequester } from './notify-requester.service.ts';
import { PageOnCall } from './page-on-call.service.ts';

export const ALERTS_ENTITIES = [MailRow];

@Module({ providers: [MailOut, NotifyRequester, PageOnCall], exports: [NotifyRequester, PageOnCall] })
export class AlertsModule {}
