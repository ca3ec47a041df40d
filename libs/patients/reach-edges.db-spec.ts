import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Departures, memberOf, Sessions, Standing } from '#accounts';
import { permissionsOf } from '#contracts';
import { Directory, type Member } from '#directory';
import { PatientPages, SendRequest } from '#intake';
import { Circle, Exceptional, Merges } from '#patients';
import { Answers } from '#reports';
import { RequestFile } from '#triage';
import { answersOf, somebody } from '../../test/journeys/support/answers.ts';
import { advice } from '../../test/journeys/support/care.ts';
import { CareStory } from '../../test/journeys/support/care-story.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import { signInHere } from '../../test/journeys/support/sign-in-here.ts';
import type { Person } from '../../test/journeys/support/territory.ts';

const ABSENT = { code: 'not-found' };
const WHY = 'Appel du régulateur : patient inconscient au domicile.';
const CLOSE = `update request set state = 'closed', next_action = 'none', closed_at = now(), owner_kind = null,
  owner_id = null where patient_id = any($1)`;

describe('the edges of who reaches a patient', () => {
  let services: Services;
  let secretary: Member;
  let admin: Member;
  let stranger: Member;
  let days = 0;
  beforeAll(async () => {
    services = await openServices();
    const { cardio } = services;
    secretary = await services.member(cardio, cardio.secretary);
    admin = await services.member(cardio, cardio.essAdmin);
    stranger = await services.member(cardio, cardio.stranger);
  });
  afterAll(() => services.stop());

  async function closedFile(): Promise<{ request: string; patient: string }> {
    const patient = { ...somebody('Rouxel'), birthDate: `1937-04-${String((days += 1)).padStart(2, '0')}` };
    const { id } = await services.send(services.cardio, { patient });
    const [row] = await services.sql<{ patient: string }>('select patient_id as patient from request where id = $1', [
      id,
    ]);
    return { request: id, patient: row!.patient };
  }
  /** Something is open again: the desk may write. */
  const reopen = (patientId: string) =>
    services.sql(
      `update request set state = 'confirmed', next_action = 'decide', closed_at = null, owner_kind = 'desk',
         owner_id = tenant_id, due_at = now(), react_by = now() where patient_id = $1`,
      [patientId],
    );
  const inCircle = (patientId: string, more: object = {}, professionalId = stranger.professionalId) =>
    services.get(Circle).add(secretary, patientId, { kind: 'professional', professionalId, ...more });
  const opens = (id: string, member: Member) =>
    services
      .get(PatientPages)
      .open(member, id)
      .then(
        ({ reason }) => reason as string,
        (error: { code?: string }) => error.code ?? String(error),
      );
  /** As the guard would make him now, from a session that is open already. */
  const live = async (person: Person) => {
    const { token } = await signInHere((type) => services.get(type), person);
    return async () =>
      memberOf(services.get(Directory), await services.get(Sessions).principal(token, false), services.cardio.slug);
  };

  test('a day of the circle begins and ends at midnight of the team, not of Greenwich', async () => {
    const begins = await closedFile();
    const ends = await closedFile();
    await inCircle(begins.patient, { startsOn: '2026-11-24' });
    await inCircle(ends.patient, { startsOn: '2026-11-23', endsOn: '2026-11-23' });
    services.clock.travelTo(new Date('2026-11-23T22:59:59Z'));
    expect([await opens(begins.patient, stranger), await opens(ends.patient, stranger)]).toEqual([
      'not-found',
      'care_circle',
    ]);
    services.clock.travelTo(new Date('2026-11-23T23:00:00Z'));
    expect([await opens(begins.patient, stranger), await opens(ends.patient, stranger)]).toEqual([
      'care_circle',
      'not-found',
    ]);
    services.clock.travelTo(new Date('2026-11-24T09:00:00Z'));
  });

  test('what was given under one of two merged files opens by either, and by neither once it is over', async () => {
    const [one, other] = [await closedFile(), await closedFile()];
    const member = await inCircle(other.patient);
    const [row] = await services.sql<{ version: number }>('select version from patient where id = $1', [one.patient]);
    await services.get(Merges).merge(secretary, one.patient, { otherId: other.patient, version: row!.version });
    await services.sql(CLOSE, [[one.patient, other.patient]]);
    for (const id of [one.patient, other.patient]) expect(await opens(id, stranger)).toBe('care_circle');
    for (const id of [one.request, other.request])
      expect(await services.get(RequestFile).open(stranger, id)).toMatchObject({ actions: expect.anything() });
    await services.sql('delete from consent');
    await reopen(one.patient);
    await services.get(Circle).end(secretary, one.patient, member);
    await services.sql(CLOSE, [[one.patient, other.patient]]);
    for (const id of [one.patient, other.patient]) expect(await opens(id, stranger)).toBe('not-found');

    const reader = await services.member(services.cardio, services.cardio.caseManager);
    await services.get(Exceptional).open(reader, { patientId: other.patient, reasonCode: 'urgence', text: WHY });
    for (const id of [one.patient, other.patient]) expect(await opens(id, reader)).toBe('exceptional');
    services.clock.advanceMinutes(60);
    for (const id of [one.patient, other.patient]) expect(await opens(id, reader)).toBe('not-found');
  });

  test('in a circle, and disabled: nothing opens until he is enabled; who has left is not chosen', async () => {
    const { cardio } = services;
    const now = await live(cardio.stranger);
    const { patient } = await closedFile();
    await inCircle(patient);
    expect(await opens(patient, await now())).toBe('care_circle');
    await services.get(Standing).disable(admin, cardio.stranger.id);
    await expect(now()).rejects.toMatchObject({ code: 'session.required' });
    const another = await closedFile();
    await expect(inCircle(another.patient)).rejects.toMatchObject({ code: 'patient.invalid' });
    await services.get(Standing).enable(admin, cardio.stranger.id);
    await expect(inCircle(another.patient)).resolves.toEqual(expect.any(String));

    await services.get(Departures).depart(admin, cardio.colleague.id, null);
    await expect(inCircle(another.patient, {}, cardio.colleague.id)).rejects.toMatchObject({ code: 'patient.invalid' });
  });

  test('an intern orders, and signs nothing', async () => {
    const { cardio } = services;
    const doctor = await services.member(cardio, cardio.secondSpecialist);
    const intern: Member = { ...doctor, roles: ['intern'], permissions: permissionsOf(['intern']) };
    const story = await CareStory.begin(services, cardio, { patient: somebody() });
    await story.settle();
    await story.confirm();
    const dto = { version: await story.version(), answer: advice({ answer: 'Poursuivre.' }) };
    await expect(services.get(Answers).give(intern, story.id, dto)).rejects.toMatchObject({
      code: 'request.move-not-allowed',
    });
    expect(permissionsOf(['intern']).has('report.sign')).toBe(false);
  });

  test('whoever records a departure has no part in the requests that it hands over', async () => {
    const { cardio } = services;
    const both: Member = {
      ...admin,
      roles: ['ess_admin', 'coordinator'],
      permissions: permissionsOf(['ess_admin', 'coordinator']),
    };
    const { request, patient } = await closedFile();
    await services.sql(`update request set owner_kind = 'user', owner_id = $2 where id = $1`, [
      request,
      cardio.secondSecretary.id,
    ]);
    await services.get(Standing).disable(both, cardio.secondSecretary.id);
    await services.get(Standing).enable(both, cardio.secondSecretary.id);
    await services.sql(CLOSE, [[patient]]);
    await services.sql('delete from consent');
    expect(await opens(patient, both)).toBe('not-found');
    await expect(services.get(RequestFile).open(both, request)).rejects.toMatchObject(ABSENT);
  });

  test('nobody writes, nor reads, for a requester who is disabled, out of his period or gone', async () => {
    const { cardio } = services;
    const now = await live(cardio.delegate);
    const send = async () => {
      const answers = answersOf(cardio, { patient: somebody() });
      return services.get(SendRequest).send(await now(), randomUUID(), { answers });
    };
    const { patient } = await closedFile();
    expect(await opens(patient, await now())).toBe('organisation');
    await services.get(Standing).disable(admin, cardio.gp.id);
    await expect(send()).rejects.toMatchObject(ABSENT);
    await services.get(Standing).enable(admin, cardio.gp.id);
    await expect(send()).resolves.toMatchObject({ id: expect.any(String) });
    const until = (day: string | null) =>
      services.sql(`update membership set ends_on = $2 where professional_id = $1`, [cardio.gp.id, day]);
    await until('2026-11-23');
    await expect(now()).rejects.toMatchObject(ABSENT);
    await until('2026-11-24');
    await expect(now()).resolves.toMatchObject({ delegateOf: cardio.gp.id });
    await until(null);
    await services.get(Departures).depart(admin, cardio.gp.id, null);
    await expect(send()).rejects.toMatchObject(ABSENT);
  });
});
