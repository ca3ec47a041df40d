import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import { signInHere, VISIT } from '../../test/journeys/support/sign-in-here.ts';
import { PASSWORD, type Person } from '../../test/journeys/support/territory.ts';
import { SoftKey, type KeyAct } from '../../test/support/soft-key.ts';
import { Enrolment } from './enrolment.service.ts';
import { KeyFactors } from './key-factors.service.ts';
import { SecondStep } from './second-step.service.ts';
import { Sessions } from './sessions.service.ts';
import { SignIn } from './sign-in.service.ts';

const MONDAY = new Date('2026-11-23T09:00:00Z');
const SITE = 'http://guichet.example';

describe('a security key', () => {
  let services: Services;
  let sessions: Sessions;
  let second: SecondStep;
  let owner: Person;
  let key: SoftKey;
  beforeAll(async () => {
    services = await openServices();
    [sessions, second] = [services.get(Sessions), services.get(SecondStep)];
    owner = services.cardio.specialist;
    key = await ownKey(owner);
  });
  afterAll(() => services.stop());
  beforeEach(() => services.clock.travelTo(MONDAY));

  const codeOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'passed',
      (error: { code?: string }) => error.code,
    );
  const softKey = () => new SoftKey('guichet.example', SITE);

  /** Registered by a signed-in person. */
  async function ownKey(who: Person, act: Partial<KeyAct> = {}, one = softKey()): Promise<SoftKey> {
    const { token } = await signInHere(services.get, who);
    const principal = await sessions.principal(token);
    const enrolment = services.get(Enrolment);
    const { challenge } = await enrolment.keyOptions(principal);
    await enrolment.addKey(principal, VISIT, one.create({ challenge, ...act }), 'Clé bleue');
    return one;
  }

  /** After the password, with the question asked to the key. */
  async function asked(who = owner) {
    const { token } = await services.get(SignIn).withPassword(who.email, PASSWORD, VISIT);
    const principal = await sessions.principal(token);
    const { challenge, allowCredentials } = await second.keyOptions(principal);
    const show = (response: unknown) => second.byKey(principal, { ...VISIT, sessionToken: token }, response, false);
    return { challenge, show, allowed: allowCredentials?.map(({ id }) => id) };
  }

  test('is the first way proposed, and opens the session', async () => {
    const { token } = await services.get(SignIn).withPassword(owner.email, PASSWORD, VISIT);
    expect((await services.get(SignIn).view(token)).factors).toEqual(['webauthn', 'totp', 'recovery']);
    const { challenge, allowed, show } = await asked();
    expect(allowed).toEqual([key.id]);
    const opened = await show(key.get({ challenge }));
    expect((await sessions.principal(opened.token)).stage).toBe('open');
  });

  test('answers one question once: not the same again, not that of another session, not an old one', async () => {
    const one = await asked();
    const answer = key.get({ challenge: one.challenge });
    expect(await codeOf(one.show(answer))).toBe('passed');
    const two = await asked();
    expect(await codeOf(two.show(answer))).toBe('session.bad-code');
    // The question was taken by that wrong answer.
    expect(await codeOf(two.show(key.get({ challenge: two.challenge })))).toBe('session.bad-code');
    const [three, four] = [await asked(), await asked()];
    expect(await codeOf(three.show(key.get({ challenge: four.challenge })))).toBe('session.bad-code');
    const five = await asked();
    services.clock.advanceMinutes(6);
    expect(await codeOf(five.show(key.get({ challenge: five.challenge })))).toBe('session.bad-code');
  });

  test('is heard once when it answers twice at the same time', async () => {
    const { challenge, show } = await asked();
    const answer = key.get({ challenge });
    expect((await Promise.all([codeOf(show(answer)), codeOf(show(answer))])).sort()).toEqual([
      'passed',
      'session.bad-code',
    ]);
  });

  test('of another site, of another person, or copied, is refused', async () => {
    const elsewhere = await asked();
    const phished = key.get({ challenge: elsewhere.challenge, origin: 'http://guichet.example.attaque.example' });
    expect(await codeOf(elsewhere.show(phished))).toBe('session.bad-code');
    const theirs = await ownKey(services.cardio.secretary);
    const mine = await asked();
    expect(await codeOf(mine.show(theirs.get({ challenge: mine.challenge })))).toBe('session.bad-code');
    key.counter -= 2;
    const copied = await asked();
    expect(await codeOf(copied.show(key.get({ challenge: copied.challenge })))).toBe('session.bad-code');
    key.counter += 2;
    const honest = await asked();
    expect(await codeOf(honest.show(key.get({ challenge: honest.challenge })))).toBe('passed');
  });

  test('is registered for this site alone, once, with the question of this session', async () => {
    const { colleague } = services.cardio;
    expect(await codeOf(ownKey(colleague, { origin: 'http://ailleurs.example' }))).toBe('factor.invalid');
    expect(await codeOf(ownKey(colleague, { challenge: 'dW5lLWF1dHJlLXF1ZXN0aW9u' }))).toBe('factor.invalid');
    expect(await codeOf(ownKey(colleague, {}, new SoftKey('ailleurs.example', SITE)))).toBe('factor.invalid');
    expect(await codeOf(ownKey(colleague, {}, key))).toBe('factor.invalid');
    const { token } = await signInHere(services.get, colleague);
    const principal = await sessions.principal(token);
    for (const nonsense of [null, 'x', [], {}, { id: 'x', rawId: 'x', type: 'public-key', response: {} }]) {
      await services.get(KeyFactors).creationOptions(principal);
      expect(await codeOf(services.get(KeyFactors).register(principal, nonsense, 'Clé'))).toBe('factor.invalid');
    }
  });

  test('unlocks alone when it has checked its owner, not when it was only touched', async () => {
    const { token, sessionId } = await signInHere(services.get, owner);
    await sessions.lock(sessionId);
    const visit = { ...VISIT, sessionToken: token };
    const answered = async (verified: boolean) => {
      const { challenge } = await second.unlockOptions(visit);
      return codeOf(second.unlockByKey(visit, key.get({ challenge, verified })));
    };
    expect(await answered(false)).toBe('session.bad-code');
    expect(await codeOf(sessions.principal(token))).toBe('session.locked');
    expect(await answered(true)).toBe('passed');
    expect(await codeOf(sessions.principal(token))).toBe('passed');
  });

  test('asked to show it beside the password, its answer unlocks nothing', async () => {
    const { token, sessionId } = await signInHere(services.get, owner);
    const { challenge } = await second.keyOptions(await sessions.principal(token));
    await sessions.lock(sessionId);
    expect(await codeOf(second.unlockByKey({ ...VISIT, sessionToken: token }, key.get({ challenge })))).toBe(
      'session.bad-code',
    );
  });

  test('keeps its public half sealed', async () => {
    const rows = await services.sql<{ kind: string; sealed: Buffer }>(
      `select kind, sealed from factor where kind = 'webauthn'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ sealed }) => sealed.includes('publicKey') || sealed[0] !== 1)).toEqual([]);
  });
});
