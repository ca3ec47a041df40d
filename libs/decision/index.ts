export { type ActDetail, ActRow, type Appointment, EMPTY_DETAIL } from './act.entity.ts';
export { Acts } from './acts.service.ts';
export type { NewAct } from './acts.service.ts';
export { Colleagues } from './colleagues.service.ts';
export { Decide } from './decide.service.ts';
export {
  AskInfoDto,
  BookDto,
  MissedDto,
  OrderConsultationDto,
  OrderExamDto,
  OrderVisitDto,
  PassDto,
  TextDto,
} from './decision.dto.ts';
export { DecisionFile } from './decision-file.service.ts';
export { DECISION_ENTITIES, DecisionModule } from './decision.module.ts';
export { DecisionView } from './decision.view.ts';
export { InfoOverdue } from './info-overdue.service.ts';
export { OFFER_SOURCES } from './offer-source.ts';
export type { OfferSource } from './offer-source.ts';
