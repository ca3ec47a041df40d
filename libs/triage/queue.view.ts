import type { NextAction, RequestState } from '#contracts';
import type { Channel, PriorityClass, Sex } from '#contracts/enums';
import type { ClassStatus, OwnerKind } from '#requests';

export class OwnerView {
  kind: OwnerKind;
  id: string;
  name: string;
}

export class QueueItemView {
  id: string;
  reference: string;
  version: number;
  state: RequestState;
  class: PriorityClass;
  classStatus: ClassStatus;
  declaredClass: PriorityClass;
  emergency: boolean;
  group: 'urgent' | 'today' | 'later';
  patientName: string;
  patientAge: number;
  sex: Sex;
  channel: Channel;
  communeName: string | null;
  summary: string;
  owner: OwnerView;
  nextAction: NextAction;
  nextActionLabel: string;
  receivedAt: string;
  dueAt: string;
  reactBy: string;
  missingCount: number;
  acknowledgedAt: string | null;
}

export class QueueCountsView {
  urgent: number;
  today: number;
  later: number;
  late: number;
  total: number;
}

export class QueuePageView {
  items: QueueItemView[];
  counts: QueueCountsView;
  nextCursor: string | null;
  /** Clocks of screens drift: countdowns start from here. */
  serverNow: string;
}
