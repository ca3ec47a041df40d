import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DomainError } from '#contracts';
import { Decide } from '#decision';
import { DirectorySetup, type Member } from '#directory';
import { exampleAnswers } from '#forms';
import { ACCESS_REASON, type AccessReason, Patients } from '#patients';
import { Database } from '#platform';
import { Attachments } from '#requests';
import { Triage } from '#triage';
import { Care } from '../../test/journeys/support/care.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import type { Team } from '../../test/journeys/support/territory.ts';
import { png } from '../../test/support/uploads.ts';
import { PublishDay } from './day/publish-day.service.ts';
import { TourPlanning } from './day/tour-planning.service.ts';
import type { SheetDto } from './nurse/nurse.dto.ts';
import { NurseVisits } from './nurse/nurse-visits.service.ts';
import { TodayTour } from './nurse/today-tour.service.ts';
import { VisitFile } from './nurse/visit-file.service.ts';
import { TeamSetup } from './team-setup.service.ts';

const COMMUNES = [
  { inseeCode: '44015', name: 'Blain', lat: 47.48, lng: -1.76 },
  { inseeCode: '44025', name: 'Campbon', lat: 47.41, lng: -1.97 },
  { inseeCode: '44061', name: 'Frossay', lat: 47.25, lng: -1.94 },
];
const SAVENAY = { label: 'Savenay', lat: 47.36, lng: -1.94 };
const DAY = '2026-11-24';

const sheet = (change: Partial<SheetDto> = {}): SheetDto => ({
  measures: [{ name: 'heart_rate', value: 72, unit: '/min' }],
  findings: { syncope: 'denied' },
  note: 'Calme, bien installée.',
  examsDone: ['ecg'],
  examsMissing: [],
  called15: false,
  calledOnCall: false,
  ...change,
});

/** Each test orders, plans and publishes whole days. */
describe('the mobile team', () => {
  let services: Services;
  let team: Team;
  let care: Care;
  let coordinator: Member;
  let other: Member;
  let nurse: Member;
  let stranger: Member;
  let neighbour: Member;
  let teamA: string;
  let teamB: string;
  beforeAll(async () => {
    services = await openServices();
    team = services.cardio;
    care = new Care(services, team);
    coordinator = await care.member(team.coordinator);
    other = await care.member(team.caseManager);
    nurse = await care.member(team.mobileNurse);
    // A nurse of the same ESS, in the other team.
    stranger = {
      ...nurse,
      professionalId: team.secondSecretary.id,
      ctx: { ...nurse.ctx, userId: team.secondSecretary.id },
    };
    neighbour = await services.member(services.nephro, services.nephro.coordinator);
    await services.get(DirectorySetup).addCommunes(COMMUNES);
    // Two teams of one's own, instead of those of the territory.
    await services.sql('delete from team_member');
    await services.sql('delete from team');
    const setup = services.get(TeamSetup);
    const usual = { equipment: ['ecg' as const], start: SAVENAY, shiftFrom: 8 * 60, shiftTo: 18 * 60 };
    teamA = await setup.create(team.id, { ...usual, name: 'Équipe A', colour: 0, memberIds: [team.mobileNurse.id] });
    teamB = await setup.create(team.id, {
      ...usual,
      name: 'Équipe B',
      colour: 1,
      equipment: ['ecg', 'echo'],
      memberIds: [team.secondSecretary.id],
    });
  });
  afterAll(() => services.stop());
  /** Each test has its own Tuesday: what it leaves is out of the way. */
  beforeEach(async () => {
    services.clock.travelTo(new Date('2026-11-23T09:00:00Z'));
    await services.sql(
      `update request set state = 'cancelled', next_action = 'none', owner_kind = null, owner_id = null, due_at = null,
              react_by = null, closed_at = now() where tenant_id = $1 and closed_at is null`,
      [team.id],
    );
    await services.sql('delete from tour_stop');
    await services.sql('delete from visit');
    await services.sql('delete from tour');
  });

  const planning = () => services.get(TourPlanning);
  const publish = (version: number, member = coordinator) =>
    services.get(PublishDay).publish(member, { date: DAY, version });
  const visits = () => services.get(NurseVisits);
  const nowIso = () => services.clock.now().toISOString();
  const tap = () => ({ at: nowIso(), key: randomUUID() });

  /** A visit decided by the specialist, in one of the communes. */
  async function ordered(
    commune = 0,
    exams: ('ecg' | 'echo')[] = ['ecg'],
  ): Promise<{ requestId: string; actId: string }> {
    const { place } = exampleAnswers();
    const { inseeCode, name } = COMMUNES[commune]!;
    const { id } = await services.send(team, {
      declaredClass: 'P2',
      place: { ...place, communeInsee: inseeCode, communeName: name },
    });
    await services.deliver();
    const specialist = await care.member(team.specialist);
    await services.get(Triage).chooseClass(specialist, id, (await care.row(id)).version, 'P2', 'Visite à prévoir vite');
    await services.get(Decide).visit(specialist, id, {
      version: (await care.row(id)).version,
      exams,
      question: 'Trouble du rythme ?',
    });
    const [act] = await services.sql<{ id: string }>(`select id from act where request_id = $1 and state = 'open'`, [
      id,
    ]);
    return { requestId: id, actId: act!.id };
  }

  /** Tuesday planned and published with these visits, and the clock on Tuesday morning. */
  async function published(count: number) {
    const orders = [];
    for (let index = 0; index < count; index += 1) orders.push(await ordered(index % COMMUNES.length));
    const planned = await planning().plan(coordinator, { date: DAY, version: 0, seconds: 0.1 });
    const day = await publish(planned.version);
    return { orders, day };
  }
  const tuesday = () => services.clock.travelTo(new Date(`${DAY}T06:30:00Z`));
  const stopsOf = (day: { teams: { stops: { actId: string; startAt: string }[] }[] }) =>
    day.teams.flatMap(({ stops }) => stops);
  const eventsOf = async (requestId: string) =>
    (
      await services.sql<{ type: string }>('select type from event where request_id = $1 order by version', [requestId])
    ).map(({ type }) => type);
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
    );

  test('plan, publish, drive, examine: the request goes to who ordered the visit, with a promise of one hour', async () => {
    const { requestId, actId } = await ordered();
    const before = await planning().day(coordinator, DAY);
    expect([before.version, before.unplanned.map((visit) => visit.actId)]).toEqual([0, [actId]]);
    expect(before.unplanned[0]).toMatchObject({ placeLabel: 'Blain, position à la commune', serviceMin: 35 });

    const planned = await planning().plan(coordinator, { date: DAY, version: 0, seconds: 0.1 });
    expect(stopsOf(planned).map((stop) => stop.actId)).toEqual([actId]);
    expect((await care.row(requestId)).state).toBe('decided');

    const day = await publish(planned.version);
    expect([day.published, day.unpublishedChanges, day.movedPromises]).toEqual([true, 0, []]);
    const row = await care.row(requestId);
    expect([row.state, row.ownerKind, row.nextAction]).toEqual(['scheduled', 'team', 'visit']);
    expect(row.plannedFrom!.getTime() % 900_000).toBe(0);
    expect(row.plannedTo!.getTime() - row.plannedFrom!.getTime()).toBe(3_600_000);

    tuesday();
    const driver = row.ownerId === teamA ? nurse : stranger;
    const opened = await services.get(TodayTour).open(driver);
    expect(opened.stops).toMatchObject([
      { actId, status: 'planned', question: 'Trouble du rythme ?', kit: expect.any(Array) },
    ]);
    const moving = await visits().status(driver, actId, { ...tap(), status: 'en_route' });
    expect(moving.stops[0]).toMatchObject({ status: 'en_route', enRouteAt: nowIso() });
    expect((await care.row(requestId)).state).toBe('in_progress');
    services.clock.advanceMinutes(30);
    await visits().status(driver, actId, { ...tap(), status: 'arrived' });
    await visits().saveSheet(driver, actId, { sheet: sheet({ examsDone: [] }), savedAt: nowIso(), key: randomUUID() });
    expect(await codeOf(visits().done(driver, actId, { ...tap(), sheet: sheet({ examsDone: [] }) }))).toBe(
      'visit.invalid',
    );
    services.clock.advanceMinutes(30);
    const ended = await visits().done(driver, actId, { ...tap(), sheet: sheet() });
    expect(ended.stops[0]).toMatchObject({ status: 'done', sheet: sheet(), endedAt: nowIso() });
    const read = await care.row(requestId);
    expect([read.state, read.nextAction, read.ownerId]).toEqual(['to_read', 'read', team.specialist.id]);
    expect((await eventsOf(requestId)).slice(-4)).toEqual([
      'request.decided',
      'visit.planned',
      'visit.started',
      'visit.done',
    ]);

    const file = await services.get(Database).tx(coordinator.ctx, async (tx) => {
      const { key } = await services.get(Patients).open(tx, read.patientId);
      return services.get(VisitFile).sheetOf(tx, requestId, key);
    });
    expect(file).toMatchObject({ ...sheet(), doneAt: services.clock.now() });
    const [sealed] = await services.sql<{ row: string }>(
      'select tour_stop::text as row from tour_stop where act_id = $1',
      [actId],
    );
    expect(sealed!.row).not.toContain(Buffer.from('Calme').toString('hex'));
  });

  test('a visit not done goes back to the desk with its reason, an owner and a due time, and may be planned again', async () => {
    const { orders, day } = await published(1);
    const { requestId, actId } = orders[0]!;
    tuesday();
    const driver = day.teams[0]!.stops.length > 0 ? nurse : stranger;
    const after = await visits().notDone(driver, actId, { ...tap(), reason: 'absent', note: 'Volets fermés' });
    expect(after.stops[0]).toMatchObject({ actId, status: 'not_done' });
    const row = await care.row(requestId);
    expect([row.state, row.nextAction, row.ownerKind, row.plannedFrom]).toEqual([
      'decided',
      'plan_visit',
      'desk',
      null,
    ]);
    expect([row.dueAt, row.reactBy]).toEqual([expect.any(Date), expect.any(Date)]);
    const fresh = await planning().day(coordinator, DAY);
    expect(fresh.version).toBe(day.version + 1);
    expect(fresh.unplanned).toMatchObject([
      { actId, status: 'not_done', lastNotDone: { reason: 'absent', reasonLabel: 'Absent, personne n’ouvre' } },
    ]);
    const again = await planning().move(coordinator, {
      date: DAY,
      version: fresh.version,
      actId,
      teamId: teamB,
      dryRun: false,
    });
    await publish(again.day.version);
    expect((await care.row(requestId)).state).toBe('scheduled');
    expect((await eventsOf(requestId)).slice(-3)).toEqual(['visit.planned', 'visit.not-done', 'visit.planned']);
  });

  test('publishing again tells only what changed, and lists the promises that move before and after', async () => {
    const { orders, day } = await published(3);
    const before = await Promise.all(orders.map(({ requestId }) => care.row(requestId)));
    const same = await publish(day.version);
    expect(await Promise.all(orders.map(({ requestId }) => care.row(requestId)))).toEqual(before);
    const [stop] = stopsOf(same);
    const from = same.teams.find(({ stops }) => stops.length > 0)!;
    const startAt = new Date(`${DAY}T15:00:00Z`).toISOString();
    const target = from.id === teamA ? teamB : teamA;
    const moved = await planning().move(coordinator, {
      date: DAY,
      version: same.version,
      actId: stop!.actId,
      teamId: target,
      startAt,
      dryRun: false,
    });
    expect(moved.day.published).toBe(false);
    const listed = [{ actId: stop!.actId, patientName: expect.any(String), from: expect.any(String), to: startAt }];
    expect(moved.day.movedPromises).toEqual(listed);
    const told = await publish(moved.day.version);
    expect(told.movedPromises).toEqual(listed);
    for (const { requestId, actId } of orders) {
      const last = (await eventsOf(requestId)).at(-1);
      expect([actId === stop!.actId, last]).toEqual([
        actId === stop!.actId,
        actId === stop!.actId ? 'visit.moved' : 'visit.planned',
      ]);
    }
    const out = await planning()
      .move(coordinator, { date: DAY, version: told.version, actId: stop!.actId, teamId: null, dryRun: true })
      .catch((error: DomainError) => error.message);
    expect(out).toContain('verrouillée');
    const free = await planning().lock(coordinator, {
      date: DAY,
      version: told.version,
      actId: stop!.actId,
      locked: false,
    });
    const gone = await planning().move(coordinator, {
      date: DAY,
      version: free.version,
      actId: stop!.actId,
      teamId: null,
      dryRun: false,
    });
    expect(gone.day.movedPromises).toMatchObject([{ actId: stop!.actId, to: null }]);
    await publish(gone.day.version);
    const back = await care.row(orders.find(({ actId }) => actId === stop!.actId)!.requestId);
    expect([back.state, back.nextAction, back.ownerKind]).toEqual(['decided', 'plan_visit', 'desk']);
  });

  test('a lock and an announced hour are kept by the search; a locked stop is not dragged', async () => {
    const { orders, day } = await published(2);
    const late = await ordered(2);
    const startAt = new Date(`${DAY}T13:20:00Z`).toISOString();
    const locked = await planning().move(coordinator, {
      date: DAY,
      version: day.version,
      actId: late.actId,
      teamId: teamA,
      startAt,
      dryRun: false,
    });
    for (let index = 0; index < 4; index += 1) await ordered(index % COMMUNES.length);
    const planned = await planning().plan(coordinator, { date: DAY, version: locked.day.version, seconds: 0.3 });
    const was = new Map(stopsOf(day).map((stop) => [stop.actId, stop.startAt]));
    const now = new Map(stopsOf(planned).map((stop) => [stop.actId, stop.startAt]));
    expect(now.size).toBe(7);
    for (const { actId } of orders) expect(now.get(actId)).toBe(was.get(actId));
    expect(now.get(late.actId)).toBe(startAt);
    expect(planned.movedPromises).toEqual([]);
    const drag = planning().move(coordinator, {
      date: DAY,
      version: planned.version,
      actId: late.actId,
      teamId: teamB,
      dryRun: true,
    });
    expect(await codeOf(drag)).toBe('visit.invalid');
  });

  test('a move is priced before it is made: minutes, kilometres, what breaks and whom it disturbs', async () => {
    await published(1);
    const echo = await ordered(1, ['echo']);
    const { version } = await planning().day(coordinator, DAY);
    const dry = (teamId: string) =>
      planning().move(coordinator, { date: DAY, version, actId: echo.actId, teamId, position: 0, dryRun: true });
    const wrong = await dry(teamA);
    expect(wrong.violations).toMatchObject([
      { kind: 'equipment', text: 'L’équipe n’a pas le matériel demandé\u00A0: Échographe.' },
    ]);
    const right = await dry(teamB);
    expect(right.violations).toEqual([]);
    expect(right.priceMin).toBeGreaterThan(0);
    expect(right.text).toContain('tout tient');
    expect((await planning().day(coordinator, DAY)).version).toBe(version);
    const options = await planning().options(coordinator, echo.actId, DAY);
    expect([options[0]?.teamId, options[0]?.violations]).toEqual([teamB, []]);
    expect(options.length).toBeLessThanOrEqual(6);
  });

  test('two coordinators at once: one wins, the other learns who and when', async () => {
    const { actId } = await ordered();
    const move = { date: DAY, version: 0, actId, dryRun: false };
    const results = await Promise.allSettled([
      planning().move(coordinator, { ...move, teamId: teamA }),
      planning().move(other, { ...move, teamId: teamB }),
    ]);
    const lost = results.find((result) => result.status === 'rejected');
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const winner = results[0]!.status === 'fulfilled' ? team.coordinator : team.caseManager;
    expect(lost?.reason).toMatchObject({
      code: 'plan.stale',
      conflict: { by: winner.name, at: nowIso(), version: 1 },
    });
    const publication = await Promise.allSettled([publish(1, coordinator), publish(1, other)]);
    expect(publication.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('a request cancelled meanwhile leaves the plan, the tour and the promise by itself', async () => {
    const { orders, day } = await published(2);
    const { requestId, actId } = orders[0]!;
    const { version } = await care.row(requestId);
    await services.get(Decide).cancel(await care.member(team.secretary), requestId, version, 'Hospitalisée hier soir');
    const left = await planning().day(coordinator, DAY);
    expect([...stopsOf(left), ...left.unplanned].map((visit) => visit.actId)).not.toContain(actId);
    tuesday();
    const seen = [
      ...(await services.get(TodayTour).open(nurse)).stops,
      ...(await services.get(TodayTour).open(stranger)).stops,
    ];
    expect(seen.map((stop) => stop.actId)).toEqual([orders[1]!.actId]);
    await publish(day.version);
    expect((await care.row(requestId)).state).toBe('cancelled');
  });

  test('a day is drawn three months ahead at most, and a chosen hour is one of that day', async () => {
    const { actId } = await ordered();
    for (const date of ['9999-12-31', '2027-11-24', '2027-02-24'])
      expect(await codeOf(planning().plan(coordinator, { date, version: 0, seconds: 0.1 }))).toBe('visit.invalid');
    const move = { date: DAY, version: 0, actId, teamId: teamA, dryRun: false };
    for (const startAt of ['2026-11-25T09:00:00Z', '2030-01-01T09:00:00Z', '2026-11-23T22:59:00Z'])
      expect(await codeOf(planning().move(coordinator, { ...move, startAt }))).toBe('visit.invalid');
    const kept = await planning().move(coordinator, { ...move, startAt: '2026-11-23T23:00:00Z' });
    expect(kept.day.totals.visits).toBe(1);
  });

  test('once the cancellation can no longer be undone, its stop is off the road and the team is told', async () => {
    const { orders, day } = await published(1);
    const { requestId, actId } = orders[0]!;
    const { version } = await care.row(requestId);
    await services.get(Decide).cancel(await care.member(team.secretary), requestId, version, 'Hospitalisée hier soir');
    const [delivery] = await services.sql<{ late: number }>(
      `select extract(epoch from d.available_at - e.at)::int as late from delivery d join event e on e.id = d.event_id
        where e.request_id = $1 and d.consumer = 'mobile-team.withdraw'`,
      [requestId],
    );
    expect(delivery).toEqual({ late: 10 });
    services.clock.advanceMinutes(1);
    await services.deliver();
    const rows = await services.sql(
      `select s.position, s.withdrawn_at is not null as withdrawn, v.day from tour_stop s join visit v on v.act_id = s.act_id
        where s.act_id = $1`,
      [actId],
    );
    expect(rows).toEqual([{ position: null, withdrawn: true, day: null }]);
    expect((await planning().day(coordinator, DAY)).version).toBe(day.version + 1);
  });

  test('the other ESS sees nothing; a nurse of another team finds no visit; before publication nobody is told', async () => {
    const { actId, requestId } = await ordered();
    const planned = await planning().move(coordinator, { date: DAY, version: 0, actId, teamId: teamA, dryRun: false });
    expect((await services.get(PublishDay).publish(neighbour, { date: DAY, version: 0 })).teams).toEqual([]);
    expect((await planning().day(neighbour, DAY)).unplanned).toEqual([]);
    tuesday();
    expect((await services.get(TodayTour).open(nurse)).stops).toEqual([]);
    const reason = async (member: Member) => {
      const { patientId } = await care.row(requestId);
      return services
        .get(Database)
        .tx(member.ctx, (tx) => services.get<AccessReason>(ACCESS_REASON as never).toPatient(tx, member, patientId));
    };
    expect(await reason(nurse)).toBeNull();
    await publish(planned.day.version);
    expect([await reason(nurse), await reason(stranger)]).toEqual(['tour', null]);
    const files = services.get(Attachments);
    const sentFile = { id: randomUUID(), name: 'ecg.png', mime: 'image/png', kind: 'ecg' as const, visitId: actId };
    const added = await files.add(nurse, requestId, sentFile, Readable.from([png()], { objectMode: false }));
    expect((await files.listFor(nurse, requestId)).mayAdd).toBe(true);
    expect((await files.read(nurse, added.id)).bytes.equals(png())).toBe(true);
    expect(await codeOf(files.read(stranger, added.id))).toBe('not-found');
    expect((await services.get(TodayTour).open(stranger)).stops).toEqual([]);
    expect(await codeOf(visits().status(stranger, actId, { ...tap(), status: 'en_route' }))).toBe('not-found');
    services.clock.advanceMinutes(24 * 60);
    expect(await reason(nurse)).toBe('tour');
    services.clock.advanceMinutes(24 * 60);
    expect(await reason(nurse)).toBeNull();
    expect(await codeOf(services.get(TodayTour).open(nurse, DAY))).toBe('input.invalid');
  });

  test('the same key twice is one effect; the same key with something else is refused; an old sheet never wins', async () => {
    const { orders, day } = await published(1);
    const { requestId, actId } = orders[0]!;
    tuesday();
    const driver = day.teams[0]!.stops.length > 0 ? nurse : stranger;
    const start = { ...tap(), status: 'en_route' as const };
    const [one, two] = await Promise.all([
      visits().status(driver, actId, start),
      visits().status(driver, actId, start),
    ]);
    expect(one).toEqual(two);
    expect((await eventsOf(requestId)).filter((type) => type === 'visit.started')).toHaveLength(1);
    expect(await codeOf(visits().status(driver, actId, { ...start, status: 'arrived' }))).toBe(
      'idempotency.other-body',
    );

    const typed = new Date(services.clock.now().getTime() + 60_000).toISOString();
    services.clock.advanceMinutes(5);
    await visits().saveSheet(driver, actId, { sheet: sheet({ note: 'Neuf' }), savedAt: nowIso(), key: randomUUID() });
    const kept = await visits().saveSheet(driver, actId, {
      sheet: sheet({ note: 'Vieux' }),
      savedAt: typed,
      key: randomUUID(),
    });
    expect(kept.stops[0]?.sheet?.note).toBe('Neuf');

    const end = { ...tap(), sheet: sheet() };
    await visits().done(driver, actId, end);
    const version = (await care.row(requestId)).version;
    await visits().done(driver, actId, end);
    await visits().notDone(driver, actId, { ...tap(), reason: 'absent', note: '' });
    expect((await care.row(requestId)).version).toBe(version);
    expect((await eventsOf(requestId)).at(-1)).toBe('visit.done');
  });

  test('a telephone whose clock runs ahead is brought back to ours', async () => {
    const { orders, day } = await published(1);
    tuesday();
    const driver = day.teams[0]!.stops.length > 0 ? nurse : stranger;
    const ahead = new Date(services.clock.now().getTime() + 3_600_000).toISOString();
    const seen = await visits().status(driver, orders[0]!.actId, { at: ahead, key: randomUUID(), status: 'en_route' });
    expect(seen.stops[0]?.enRouteAt).toBe(nowIso());
  });

  test('a past day is read, never changed, and each page that is opened leaves one audit line', async () => {
    const { day } = await published(1);
    services.clock.travelTo(new Date('2026-11-25T09:00:00Z'));
    expect(await codeOf(publish(day.version))).toBe('visit.invalid');
    expect(await codeOf(planning().plan(coordinator, { date: DAY, version: day.version }))).toBe('visit.invalid');
    const lines = async () =>
      (await services.sql<{ n: number }>(`select count(*)::int as n from audit where action = 'tour.read'`))[0]!.n;
    const before = await lines();
    expect((await planning().day(coordinator, DAY)).readOnly).toBe(true);
    // Not begun, yesterday: it waits again for a day.
    expect((await planning().day(coordinator, '2026-11-25')).unplanned).toHaveLength(1);
    expect(await lines()).toBe(before + 2);
  });
});
