import type { DayView, StopView, TeamView, VisitView } from './views.ts';

/** Paris time of one winter day, as an instant. */
export const at = (time: string) => new Date(`2026-11-24T${time}:00+01:00`).toISOString();

export const visit = (actId: string, change: Partial<VisitView> = {}): VisitView => ({
  actId,
  requestId: `request-${actId}`,
  reference: 'D-26-1148',
  class: 'P2',
  patientName: 'Le Goff Jeanne',
  patientAge: 81,
  communeName: 'Savenay',
  lat: 47.36,
  lng: -1.94,
  placeLabel: 'À domicile',
  placePrecision: 'commune',
  exams: ['ecg'],
  serviceMin: 30,
  windows: [{ from: at('08:00'), to: at('18:00') }],
  dueAt: at('18:00'),
  locked: false,
  status: 'planned',
  lastNotDone: null,
  ...change,
});

export const stop = (actId: string, from: string, to: string, change: Partial<StopView> = {}): StopView => ({
  ...visit(actId),
  position: 0,
  arriveAt: at(from),
  startAt: at(from),
  endAt: at(to),
  travelMin: 20,
  km: 14.2,
  waitMin: 0,
  promised: null,
  ...change,
});

export const team = (id: string, stops: StopView[], change: Partial<TeamView> = {}): TeamView => ({
  id,
  name: `Équipe ${id}`,
  colour: 0,
  members: ['I. Morvan'],
  equipment: ['ecg'],
  shiftFrom: at('08:30'),
  shiftTo: at('17:00'),
  start: { label: 'Savenay', lat: 47.36, lng: -1.94 },
  end: { label: 'Savenay', lat: 47.36, lng: -1.94 },
  stops: stops.map((each, position) => ({ ...each, position })),
  driveMin: 74,
  km: 82,
  departAt: at('08:40'),
  endsAt: at('16:00'),
  overtimeMin: 0,
  ...change,
});

export const day = (teams: TeamView[], unplanned: VisitView[] = [], change: Partial<DayView> = {}): DayView => ({
  date: '2026-11-24',
  version: 3,
  published: false,
  publishedAt: null,
  unpublishedChanges: 0,
  readOnly: false,
  teams,
  unplanned,
  draftedElsewhere: [],
  totals: { visits: teams.flatMap(({ stops }) => stops).length, driveMin: 74, km: 82 },
  violations: [],
  movedPromises: [],
  serverNow: at('07:00'),
  ...change,
});
