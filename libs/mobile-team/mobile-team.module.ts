import { Global, Module } from '@nestjs/common';
import { DayRows } from './day/day-rows.service.ts';
import { PublishDay } from './day/publish-day.service.ts';
import { TourPlanning } from './day/tour-planning.service.ts';
import { NurseVisits } from './nurse/nurse-visits.service.ts';
import { TodayTour } from './nurse/today-tour.service.ts';
import { TourAccess } from './nurse/tour-access.service.ts';
import { VisitFile } from './nurse/visit-file.service.ts';
import { WithdrawCancelled } from './nurse/withdraw-cancelled.service.ts';
import { NurseWriteRow } from './tables/nurse-write.entity.ts';
import { TeamMemberRow, TeamRow } from './tables/team.entity.ts';
import { TourRow } from './tables/tour.entity.ts';
import { TourStopRow } from './tables/tour-stop.entity.ts';
import { VisitRow } from './tables/visit.entity.ts';
import { TeamSetup } from './team-setup.service.ts';

export const MOBILE_TEAM_ENTITIES = [TeamRow, TeamMemberRow, TourRow, VisitRow, TourStopRow, NurseWriteRow];

@Global()
@Module({
  providers: [
    DayRows,
    TourPlanning,
    PublishDay,
    TodayTour,
    NurseVisits,
    TourAccess,
    VisitFile,
    WithdrawCancelled,
    TeamSetup,
  ],
  exports: [TourPlanning, PublishDay, TodayTour, NurseVisits, VisitFile, WithdrawCancelled, TeamSetup],
})
export class MobileTeamModule {}
