import { Module } from '@nestjs/common';
import { IntakeModule } from '#intake';
import { Answers } from './answers.service.ts';
import { ReceptionOverdue } from './reception-overdue.service.ts';
import { Receptions } from './receptions.service.ts';
import { OutcomeRow, ReceptionRow, ReportRow } from './report.entity.ts';
import { ReportsFile } from './reports-file.service.ts';
import { Reports } from './reports.service.ts';
import { SendCopy } from './send-copy.service.ts';
import { TakeBack } from './take-back.service.ts';
import { Worklists } from './worklists.service.ts';

export const REPORTS_ENTITIES = [ReportRow, ReceptionRow, OutcomeRow];

const SERVICES = [Answers, ReceptionOverdue, Receptions, Reports, ReportsFile, SendCopy, TakeBack, Worklists];

@Module({ imports: [IntakeModule], providers: SERVICES, exports: SERVICES })
export class ReportsModule {}
