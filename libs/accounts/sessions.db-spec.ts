import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import { signInHere, VISIT } from '../../test/journeys/support/sign-in-here.ts';
import { PASSWORD, type Person } from '../../test/journeys/support/territory.ts';
import { IDLE_LOCK_SECONDS } from './session-times.ts';
import { SecondStep } from './second-step.service.ts';
import { Sessions } from './sessions.service.ts';
import { SignIn } from './sign-in.service.ts';

const MONDAY = new Date('2026-11-23T09:00:00Z');

describe('sessions', () => {
  let services: Services;
  let sessions: Sessions;
  let secretary: Person;
  beforeAll(async () => {
    services = await openServices();
    sessions = services.get(Sessions);
    secretary = services.cardio.secretary;
  });
  afterAll(() => services.stop());
  beforeEach(() => services.clock.travelTo(MONDAY));

  const open = (who = secretary, visit = VISIT) => signInHere(services.get, who, visit);
  const withPassword = (password: string, email = secretary.email) =>
    services.get(SignIn).withPassword(email, password, VISIT);
  const unlock = (token: string, password: string) =>
    services.get(SecondStep).unlock({ ...VISIT, sessionToken: token }, password);
  const codeOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'passed',
      (error: { code?: string }) => error.code,
    );
  const advanceSeconds = (seconds: number) =>
    services.clock.travelTo(new Date(services.clock.now().getTime() + seconds * 1000));

  test('open with the address however it is typed, and tell who one is in each team', async () => {
    const { token } = await open({ ...services.commuter, email: `  ${services.commuter.email.toUpperCase()} ` });
    const principal = await sessions.principal(token);
    expect(principal.displayName).toBe('Dr Yann Leroux');
    expect(principal.memberships.map((one) => [one.ess.slug, one.roles, one.organisations.length])).toEqual([
      ['cardio-essai', ['requester'], 1],
      ['nephro-essai', ['requester'], 1],
    ]);
  });

  test('keep no token in clear: the database holds its fingerprint', async () => {
    const { token, deviceToken } = await open();
    const rows = await services.sql<{ row: string }>(
      'select session::text as row from session union all select device::text from device',
    );
    expect(rows.length).toBeGreaterThan(1);
    const clear = [token, deviceToken ?? ''].flatMap((one) => [one, Buffer.from(one).toString('hex')]);
    expect(rows.filter(({ row }) => clear.some((one) => row.includes(one)))).toEqual([]);
  });

  test('lock after thirty minutes without an act, not before', async () => {
    const { token } = await open();
    advanceSeconds(IDLE_LOCK_SECONDS);
    expect(await codeOf(sessions.principal(token, false))).toBe('passed');
    advanceSeconds(1);
    expect(await codeOf(sessions.principal(token))).toBe('session.locked');
    // Asking again does not wake it.
    expect(await codeOf(sessions.principal(token))).toBe('session.locked');
  });

  test('lock at once when the screen says so, that one alone, until the password', async () => {
    const [one, two] = [await open(), await open()];
    await sessions.lock(one.sessionId);
    expect(await codeOf(sessions.principal(one.token))).toBe('session.locked');
    expect(await codeOf(sessions.principal(two.token))).toBe('passed');
    await unlock(one.token, PASSWORD);
    expect(await codeOf(sessions.principal(one.token))).toBe('passed');
  });

  test('unlock with the password alone, and stay the same session', async () => {
    const { token } = await open();
    services.clock.advanceMinutes(31);
    expect(await codeOf(unlock(token, 'faux'))).toBe('session.bad-credentials');
    expect(await codeOf(sessions.principal(token))).toBe('session.locked');
    const principal = await unlock(token, PASSWORD);
    expect(principal.email).toBe(secretary.email);
    expect(await codeOf(sessions.principal(token))).toBe('passed');
  });

  test('on their way in have nothing to unlock: the password alone opens nothing', async () => {
    const { token } = await withPassword(PASSWORD);
    expect(await codeOf(unlock(token, PASSWORD))).toBe('session.factor-required');
    expect((await sessions.principal(token)).stage).toBe('factor');
  });

  test('on their way in end after a quarter of an hour', async () => {
    const { token } = await withPassword(PASSWORD);
    services.clock.advanceMinutes(14);
    expect(await codeOf(sessions.principal(token))).toBe('passed');
    services.clock.advanceMinutes(1);
    expect(await codeOf(sessions.principal(token))).toBe('session.required');
  });

  test('guesses at the lock count apart from those of strangers, and end like them', async () => {
    const who = services.cardio.caseManager;
    const { token } = await open(who);
    services.clock.advanceMinutes(31);
    for (let guess = 0; guess < 10; guess += 1)
      expect(await codeOf(unlock(token, 'faux'))).toBe('session.bad-credentials');
    expect(await codeOf(unlock(token, PASSWORD))).toBe('too-many-requests');
    expect(await codeOf(withPassword(PASSWORD, who.email))).toBe('passed');
  });

  test('stay open while one acts, but a screen left open does not keep them awake', async () => {
    const { token } = await open();
    for (let turn = 0; turn < 5; turn += 1) {
      services.clock.advanceMinutes(20);
      expect(await codeOf(sessions.principal(token))).toBe('passed');
    }
    services.clock.advanceMinutes(20);
    expect(await codeOf(sessions.principal(token, false))).toBe('passed');
    services.clock.advanceMinutes(20);
    expect(await codeOf(sessions.principal(token, false))).toBe('session.locked');
  });

  test('end after twelve hours, even in use, and cannot be unlocked any more', async () => {
    const { token, expiresAt } = await open();
    expect(expiresAt.getTime() - MONDAY.getTime()).toBe(12 * 3_600_000);
    for (let turn = 0; turn < 36; turn += 1) {
      services.clock.advanceMinutes(20);
      if (turn < 35) await sessions.principal(token);
    }
    expect(await codeOf(sessions.principal(token))).toBe('session.required');
    expect(await codeOf(unlock(token, PASSWORD))).toBe('session.required');
  });

  test('end at sign-out, and leave the other ones of the same person open', async () => {
    const [one, two] = [await open(), await open()];
    await sessions.signOut(one.token);
    expect(await codeOf(sessions.principal(one.token))).toBe('session.required');
    expect(await codeOf(sessions.principal(two.token))).toBe('passed');
  });

  test('end all together but the one that is kept', async () => {
    const who = services.cardio.secondSecretary;
    const [one, two, other] = [await open(who), await open(who), await open()];
    const { accountId } = await sessions.principal(one.token);
    expect(await sessions.endAllOf(accountId, two.sessionId)).toBe(1);
    expect(await codeOf(sessions.principal(one.token))).toBe('session.required');
    expect(await codeOf(sessions.principal(two.token))).toBe('passed');
    expect(await codeOf(sessions.principal(other.token))).toBe('passed');
  });

  test('end at once when the account is disabled', async () => {
    const who = services.cardio.stranger;
    const { token } = await open(who);
    await services.sql('update account set disabled_at = now() where email = $1', [who.email]);
    expect(await codeOf(sessions.principal(token))).toBe('session.required');
    expect(await codeOf(withPassword(PASSWORD, who.email))).toBe('session.bad-credentials');
  });

  test('give the memberships of the day, in the time of the team', async () => {
    const who = services.nephro.colleague;
    await services.sql(
      `update membership set starts_on = '2026-11-24', ends_on = '2026-11-24' where professional_id = $1`,
      [who.id],
    );
    const countAt = async (instant: string) => {
      services.clock.travelTo(new Date(instant));
      const { token } = await open(who);
      return (await sessions.principal(token)).memberships.length;
    };
    // Paris is one hour ahead in November.
    expect(await countAt('2026-11-23T22:59:00Z')).toBe(0);
    expect(await countAt('2026-11-23T23:00:00Z')).toBe(1);
    expect(await countAt('2026-11-24T22:59:00Z')).toBe(1);
    expect(await countAt('2026-11-24T23:00:00Z')).toBe(0);
  });
});
