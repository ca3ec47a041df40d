import type { Equipment } from '#contracts/care';
import type { DayState, DayVisit, ToldStop } from '../../libs/mobile-team/day/day-state.ts';
import type { TeamRow } from '../../libs/mobile-team/tables/team.entity.ts';

export const at = (iso: string): Date => new Date(iso);

/** « 09:05 » of Monday 23 November 2026 in Paris. */
const local = (hour: string): Date => new Date(`2026-11-23T${hour}:00+01:00`);

export const aTeam = (id: string, change: { equipment?: Equipment[] } = {}): TeamRow => ({
  tenantId: 'ess',
  id,
  name: `Équipe ${id}`,
  colour: 0,
  equipment: change.equipment ?? ['ecg', 'echo', 'biologie', 'photo'],
  startLabel: 'Savenay',
  startLat: 47.36,
  startLng: -1.94,
  endLabel: 'Savenay',
  endLat: 47.36,
  endLng: -1.94,
  shiftFrom: 8 * 60,
  shiftTo: 18 * 60,
});

/** Announced for a team, from an hour, its start in that hour. */
export const told = (teamId: string, from: string, startAt: string, change: Partial<ToldStop> = {}): ToldStop => ({
  tenantId: 'ess',
  id: `stop of ${teamId}`,
  actId: 'act',
  requestId: 'request',
  patientId: 'patient',
  teamId,
  day: '2026-11-23',
  position: 0,
  arriveAt: local(startAt),
  startAt: local(startAt),
  endAt: new Date(local(startAt).getTime() + 35 * 60_000),
  travelSeconds: 600,
  travelMeters: 8000,
  fromAt: local(from),
  toAt: new Date(local(from).getTime() + 3_600_000),
  publishedAt: at('2026-11-20T16:00:00Z'),
  withdrawnAt: null,
  status: 'planned',
  enRouteAt: null,
  arrivedAt: null,
  endedAt: null,
  notDoneReason: null,
  endedBy: null,
  sheetSavedAt: null,
  ...change,
});

interface VisitChange extends Partial<Pick<DayVisit, 'exams' | 'dueAt' | 'told' | 'commune' | 'class'>> {
  id?: string;
  /** The team it is placed with. */
  placement?: string;
  startsAt?: string;
  locked?: boolean;
}

export const aVisit = ({ id = 'visit', placement, startsAt = '09:00', locked = false, ...change }: VisitChange = {}) =>
  ({
    actId: id,
    requestId: `request of ${id}`,
    patientId: `patient of ${id}`,
    reference: 'ABCD2345',
    requestState: 'decided',
    class: 'P3',
    patientName: 'Le Goff Jeanne',
    patientAge: 84,
    commune: { name: 'Blain', lat: 47.48, lng: -1.76 },
    exams: ['ecg'],
    minutes: 30,
    dueAt: at('2026-12-10T10:00:00Z'),
    placement: placement ? { teamId: placement, position: 0, startsAt: local(startsAt), locked } : null,
    told: null,
    lastNotDone: null,
    ...change,
  }) satisfies DayVisit;

/** Monday 23 November 2026, seven in the morning. */
export const aDay = (change: Partial<DayState> = {}): DayState => ({
  date: '2026-11-23',
  today: '2026-11-23',
  now: at('2026-11-23T06:00:00Z'),
  timezone: 'Europe/Paris',
  tour: null,
  teams: [aTeam('A')],
  members: new Map(),
  draftedElsewhere: [],
  visits: [],
  ...change,
});
