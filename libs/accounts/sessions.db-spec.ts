import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import { PASSWORD } from '../../test/journeys/support/territory.ts';
import { IDLE_LOCK_SECONDS } from './session-times.ts';
import { Sessions } from './sessions.service.ts';

const MONDAY = new Date('2026-11-23T09:00:00Z');

describe('sessions', () => {
  let services: Services;
  let sessions: Sessions;
  let email: string;
  beforeAll(async () => {
    services = await openServices();
    sessions = services.get(Sessions);
    email = services.cardio.secretary.email;
  }, 60_000);
  afterAll(() => services.stop());
  beforeEach(() => services.clock.travelTo(MONDAY));

  const signIn = (password = PASSWORD, who = email) => sessions.signIn(who, password, '192.0.2.1');
  const codeOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'passed',
      (error: { code?: string }) => error.code,
    );
  const advanceSeconds = (seconds: number) =>
    services.clock.travelTo(new Date(services.clock.now().getTime() + seconds * 1000));

  test('open with the address however it is typed, and tell who one is in each team', async () => {
    const { token } = await signIn(PASSWORD, `  ${services.commuter.email.toUpperCase()} `);
    const principal = await sessions.principal(token);
    expect(principal.displayName).toBe('Dr Yann Leroux');
    expect(principal.memberships.map((one) => [one.ess.slug, one.roles, one.organisations.length])).toEqual([
      ['cardio-essai', ['requester'], 1],
      ['nephro-essai', ['requester'], 1],
    ]);
  });

  test('keep no token in clear: the database holds its fingerprint', async () => {
    const { token } = await signIn();
    const rows = await services.sql<{ row: string }>('select session::text as row from session');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ row }) => row.includes(token) || row.includes(Buffer.from(token).toString('hex')))).toEqual(
      [],
    );
  });

  test('answer the same to an unknown address and to a wrong password', async () => {
    const unknown = await signIn(PASSWORD, 'personne@ailleurs.example').catch((error: Error) => error.message);
    const wrong = await signIn('faux mot de passe').catch((error: Error) => error.message);
    expect(unknown).toBe(wrong);
  });

  test('after ten wrong guesses wait a quarter of an hour, for that address alone', async () => {
    const { gp, colleague } = services.cardio;
    for (let guess = 0; guess < 10; guess += 1)
      expect(await codeOf(signIn('faux', gp.email))).toBe('session.bad-credentials');
    expect(await codeOf(signIn(PASSWORD, gp.email))).toBe('too-many-requests');
    expect(await codeOf(signIn(PASSWORD, colleague.email))).toBe('passed');
    services.clock.advanceMinutes(14);
    expect(await codeOf(signIn(PASSWORD, gp.email))).toBe('too-many-requests');
    services.clock.advanceMinutes(1);
    expect(await codeOf(signIn(PASSWORD, gp.email))).toBe('passed');
  });

  test('lock after thirty minutes without an act, not before', async () => {
    const { token } = await signIn();
    advanceSeconds(IDLE_LOCK_SECONDS);
    expect(await codeOf(sessions.principal(token, false))).toBe('passed');
    advanceSeconds(1);
    expect(await codeOf(sessions.principal(token))).toBe('session.locked');
    // Asking again does not wake it.
    expect(await codeOf(sessions.principal(token))).toBe('session.locked');
  });

  test('lock at once when the screen says so, that one alone, until the password', async () => {
    const [one, two] = [await signIn(), await signIn()];
    await sessions.lock((await sessions.principal(one.token)).sessionId);
    expect(await codeOf(sessions.principal(one.token))).toBe('session.locked');
    expect(await codeOf(sessions.principal(two.token))).toBe('passed');
    await sessions.unlock(one.token, PASSWORD, '192.0.2.1');
    expect(await codeOf(sessions.principal(one.token))).toBe('passed');
  });

  test('unlock with the password alone, and stay the same session', async () => {
    const { token } = await signIn();
    services.clock.advanceMinutes(31);
    expect(await codeOf(sessions.unlock(token, 'faux', '192.0.2.1'))).toBe('session.bad-credentials');
    expect(await codeOf(sessions.principal(token))).toBe('session.locked');
    const principal = await sessions.unlock(token, PASSWORD, '192.0.2.1');
    expect(principal.email).toBe(email);
    expect(await codeOf(sessions.principal(token))).toBe('passed');
  });

  test('guesses at the lock count like guesses at the door', async () => {
    const { token } = await signIn(PASSWORD, services.cardio.caseManager.email);
    services.clock.advanceMinutes(31);
    for (let guess = 0; guess < 10; guess += 1)
      expect(await codeOf(sessions.unlock(token, 'faux', '192.0.2.1'))).toBe('session.bad-credentials');
    expect(await codeOf(sessions.unlock(token, PASSWORD, '192.0.2.1'))).toBe('too-many-requests');
  });

  test('stay open while one acts, but a screen left open does not keep them awake', async () => {
    const { token } = await signIn();
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
    const { token, expiresAt } = await signIn();
    expect(expiresAt.getTime() - MONDAY.getTime()).toBe(12 * 3_600_000);
    for (let turn = 0; turn < 36; turn += 1) {
      services.clock.advanceMinutes(20);
      if (turn < 35) await sessions.principal(token);
    }
    expect(await codeOf(sessions.principal(token))).toBe('session.required');
    expect(await codeOf(sessions.unlock(token, PASSWORD, '192.0.2.1'))).toBe('session.required');
  });

  test('end at sign-out, and leave the other ones of the same person open', async () => {
    const [one, two] = [await signIn(), await signIn()];
    await sessions.signOut(one.token);
    expect(await codeOf(sessions.principal(one.token))).toBe('session.required');
    expect(await codeOf(sessions.principal(two.token))).toBe('passed');
  });

  test('end at once when the account is disabled', async () => {
    const who = services.cardio.stranger.email;
    const { token } = await signIn(PASSWORD, who);
    await services.sql('update account set disabled_at = now() where email = $1', [who]);
    expect(await codeOf(sessions.principal(token))).toBe('session.required');
    expect(await codeOf(signIn(PASSWORD, who))).toBe('session.bad-credentials');
  });

  test('give the memberships of the day, in the time of the team', async () => {
    const who = services.nephro.colleague;
    await services.sql(
      `update membership set starts_on = '2026-11-24', ends_on = '2026-11-24' where professional_id = $1`,
      [who.id],
    );
    const countAt = async (instant: string) => {
      services.clock.travelTo(new Date(instant));
      const { token } = await signIn(PASSWORD, who.email);
      return (await sessions.principal(token)).memberships.length;
    };
    // Paris is one hour ahead in November.
    expect(await countAt('2026-11-23T22:59:00Z')).toBe(0);
    expect(await countAt('2026-11-23T23:00:00Z')).toBe(1);
    expect(await countAt('2026-11-24T22:59:00Z')).toBe(1);
    expect(await countAt('2026-11-24T23:00:00Z')).toBe(0);
  });
});
