import type { INestApplicationContext, Type } from '@nestjs/common';
import { ALERTS_HANDLERS } from '#alerts';
import { InfoOverdue } from '#decision';
import { WithdrawCancelled } from '#mobile-team';
import type { DeliveryHandler } from '#platform';
import { RecordFact } from '#reporting';
import { ReceptionOverdue, SendCopy } from '#reports';
import { EvaluateRequest } from '#triage';

/** One for each consumer of the contracts. */
const HANDLERS: Type<DeliveryHandler>[] = [
  EvaluateRequest,
  InfoOverdue,
  WithdrawCancelled,
  ReceptionOverdue,
  SendCopy,
  RecordFact,
  ...ALERTS_HANDLERS,
];

export const handlersOf = (context: INestApplicationContext): DeliveryHandler[] =>
  HANDLERS.map((handler) => context.get(handler));
