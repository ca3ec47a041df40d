import { Global, Module } from '@nestjs/common';
import { ActRow } from './act.entity.ts';
import { Acts } from './acts.service.ts';
import { Colleagues } from './colleagues.service.ts';
import { Decide } from './decide.service.ts';
import { DecisionFile } from './decision-file.service.ts';
import { InfoOverdue } from './info-overdue.service.ts';

export const DECISION_ENTITIES = [ActRow];

@Global()
@Module({
  providers: [Acts, Colleagues, Decide, DecisionFile, InfoOverdue],
  exports: [Acts, Colleagues, Decide, DecisionFile, InfoOverdue],
})
export class DecisionModule {}
