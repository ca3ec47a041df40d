export { DayDto, LockVisitDto, MoveVisitDto, PlanDto } from './day/day.dto.ts';
export { DayView, MoveView, OptionView } from './day/day.view.ts';
export { PublishDay } from './day/publish-day.service.ts';
export { TourPlanning } from './day/tour-planning.service.ts';
export { MOBILE_TEAM_ENTITIES, MobileTeamModule } from './mobile-team.module.ts';
export {
  MissingExamDto,
  SaveSheetDto,
  SheetDto,
  SheetMeasureDto,
  VisitDoneDto,
  VisitNotDoneDto,
  VisitStatusDto,
} from './nurse/nurse.dto.ts';
export { NurseVisits } from './nurse/nurse-visits.service.ts';
export { TodayView } from './nurse/nurse.view.ts';
export { TodayTour } from './nurse/today-tour.service.ts';
export { WithdrawCancelled } from './nurse/withdraw-cancelled.service.ts';
export { VisitFile } from './nurse/visit-file.service.ts';
export type { VisitSheet } from './nurse/visit-file.service.ts';
export { TeamSetup } from './team-setup.service.ts';
export type { NewTeam, TeamPlace } from './team-setup.service.ts';
