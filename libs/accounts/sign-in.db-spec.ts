import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import { signInHere, VISIT } from '../../test/journeys/support/sign-in-here.ts';
import { PASSWORD, recoveryCodeOf, type Person } from '../../test/journeys/support/territory.ts';
import { AccountPasswords } from './account-passwords.service.ts';
import { Devices } from './devices.service.ts';
import { Enrolment } from './enrolment.service.ts';
import { Factors } from './factors.service.ts';
import { SecondStep } from './second-step.service.ts';
import { Sessions } from './sessions.service.ts';
import { SignIn } from './sign-in.service.ts';
import { requireStepUp } from './step-up.ts';
import { stepOf, totpAt } from './totp.ts';
import type { Visit } from './visit.ts';

const MONDAY = new Date('2026-11-23T09:00:00Z');
const STRANGER: Visit = { address: '198.51.100.9', agent: 'curl/8' };

describe('signing in', () => {
  let services: Services;
  let sessions: Sessions;
  let signIn: SignIn;
  let second: SecondStep;
  beforeAll(async () => {
    services = await openServices();
    [sessions, signIn, second] = [services.get(Sessions), services.get(SignIn), services.get(SecondStep)];
  });
  afterAll(() => services.stop());
  beforeEach(() => services.clock.travelTo(MONDAY));

  const withPassword = (who: Person, visit = VISIT, password = PASSWORD) =>
    signIn.withPassword(who.email, password, visit);
  const codeOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'passed',
      (error: { code?: string }) => error.code,
    );
  const totpNow = (who: Person, shift = 0) => totpAt(who.totpSecret, stepOf(services.clock.now()) + shift);
  const byTotp = async (token: string, code: string, trust = false, visit = VISIT) =>
    second.byTotp(await sessions.principal(token), { ...visit, sessionToken: token }, code, trust);
  const stageOf = async (token: string) => (await sessions.principal(token)).stage;

  describe('the second factor', () => {
    test('is asked of every professional: the password alone opens nothing', async () => {
      const { gp, secretary } = services.cardio;
      for (const who of [gp, secretary]) {
        const { token } = await withPassword(who);
        const view = await signIn.view(token);
        expect([view.stage, view.session, view.factors]).toEqual(['factor', null, ['totp', 'recovery']]);
        expect(view.mayTrustDevice).toBe(who === gp);
      }
    });

    test('opens under another token each time: the one that was known before is dead', async () => {
      const who = services.cardio.secretary;
      const first = await withPassword(who);
      const opened = await byTotp(first.token, totpNow(who));
      expect(await codeOf(sessions.principal(first.token))).toBe('session.required');
      expect(await stageOf(opened.token)).toBe('open');
      services.clock.advanceMinutes(1);
      const renewed = await byTotp(opened.token, totpNow(who));
      expect(renewed.sessionId).toBe(opened.sessionId);
      expect(await codeOf(sessions.principal(opened.token))).toBe('session.required');
      const again = await withPassword(who, { ...VISIT, sessionToken: renewed.token });
      expect(await codeOf(sessions.principal(renewed.token))).toBe('session.required');
      expect(await stageOf(again.token)).toBe('factor');
    });

    test('takes a code once, even twice at the same time, and never one of before', async () => {
      const who = services.cardio.caseManager;
      const [one, two] = [await withPassword(who), await withPassword(who)];
      const results = await Promise.all([one, two].map(({ token }) => codeOf(byTotp(token, totpNow(who)))));
      expect(results.sort()).toEqual(['passed', 'session.bad-code']);
      const three = await withPassword(who);
      expect(await codeOf(byTotp(three.token, totpNow(who)))).toBe('session.bad-code');
      expect(await codeOf(byTotp(three.token, totpNow(who, -1)))).toBe('session.bad-code');
      expect(await codeOf(byTotp(three.token, totpNow(who, 1)))).toBe('passed');
    });

    test('hears a telephone that is thirty seconds late or early, not more', async () => {
      const { coordinator, mobileNurse } = services.cardio;
      for (const [who, shift, heard] of [
        [coordinator, -2, 'session.bad-code'],
        [coordinator, 2, 'session.bad-code'],
        [coordinator, -1, 'passed'],
        [mobileNurse, 1, 'passed'],
      ] as const) {
        const { token } = await withPassword(who);
        expect([shift, await codeOf(byTotp(token, totpNow(who, shift)))]).toEqual([shift, heard]);
      }
    });

    test('may be a recovery code, however it is typed, once', async () => {
      const who = services.cardio.specialist;
      const code = recoveryCodeOf(who);
      const use = async () => {
        const { token } = await withPassword(who);
        const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `;
        return second.byRecovery(await sessions.principal(token), { ...VISIT, sessionToken: token }, typed);
      };
      expect((await Promise.all([codeOf(use()), codeOf(use())])).sort()).toEqual(['passed', 'session.bad-code']);
      expect(await codeOf(use())).toBe('session.bad-code');
    });

    test('keeps its secrets sealed and its codes as fingerprints', async () => {
      const who = services.cardio.specialist;
      const rows = await services.sql<{ row: string }>(
        'select factor::text as row from factor union all select recovery_code::text from recovery_code',
      );
      const clear = [who.totpSecret, ...who.recoveryCodes].flatMap((one) => [one, Buffer.from(one).toString('hex')]);
      expect(rows.length).toBeGreaterThan(20);
      expect(rows.filter(({ row }) => clear.some((one) => row.includes(one)))).toEqual([]);
    });

    test('is fresh for five minutes, then asked again by the acts that need it', async () => {
      const who = services.cardio.secondSpecialist;
      const { token } = await signInHere(services.get, who);
      const fresh = async (of: string) => {
        const principal = await sessions.principal(of);
        return codeOf(Promise.resolve().then(() => requireStepUp(principal, services.clock.now())));
      };
      services.clock.advanceMinutes(5);
      expect(await fresh(token)).toBe('passed');
      services.clock.advanceMinutes(1);
      expect(await fresh(token)).toBe('session.step-up-required');
      const renewed = await byTotp(token, totpNow(who));
      expect(await fresh(renewed.token)).toBe('passed');
    });
  });

  describe('a first factor', () => {
    test('is set up on the way in, gives ten codes once, and opens the session', async () => {
      const who = services.nephro.medicalLead;
      const account = await accountOf(who);
      await services.get(Factors).reset(account);
      const first = await withPassword(who);
      expect(await stageOf(first.token)).toBe('enrol');
      const principal = await sessions.principal(first.token);
      const visit = { ...VISIT, sessionToken: first.token };
      const enrolment = services.get(Enrolment);
      const { id, secret, uri, qrSvg } = await enrolment.beginTotp(principal, undefined);
      expect(uri).toContain(secret);
      expect(qrSvg).toMatch(/^<svg/);
      expect(await codeOf(enrolment.confirmTotp(principal, visit, id, '000000'))).toBe('factor.invalid');
      const code = totpAt(secret, stepOf(services.clock.now()));
      const { recoveryCodes, started } = await enrolment.confirmTotp(principal, visit, id, code);
      expect(new Set(recoveryCodes).size).toBe(10);
      expect(await codeOf(sessions.principal(first.token))).toBe('session.required');
      const opened = await sessions.principal(started?.token);
      expect([opened.stage, opened.factorAt]).toEqual(['open', services.clock.now()]);
      expect(await codeOf(enrolment.confirmTotp(opened, visit, id, code))).toBe('not-found');
      expect(await codeOf(services.get(Factors).remove(opened, id))).toBe('factor.invalid');
    });
  });

  describe('a trusted device', () => {
    const trusting = async (who: Person, visit = VISIT) => {
      const first = await withPassword(who, visit);
      const opened = await byTotp(first.token, totpNow(who), true, visit);
      return { ...visit, deviceToken: opened.deviceToken ?? undefined };
    };

    test('spares the requester the second factor for thirty days, not a fresh proof', async () => {
      const who = services.cardio.gp;
      const visit = await trusting(who);
      services.clock.travelTo(new Date(MONDAY.getTime() + 30 * 86_400_000 - 1000));
      const spared = await withPassword(who, visit);
      expect(await stageOf(spared.token)).toBe('open');
      const principal = await sessions.principal(spared.token);
      expect(() => requireStepUp(principal, services.clock.now())).toThrow(/nouvelle preuve/);
      expect(await stageOf((await withPassword(who, STRANGER)).token)).toBe('factor');
      services.clock.travelTo(new Date(MONDAY.getTime() + 30 * 86_400_000));
      expect(await stageOf((await withPassword(who, visit)).token)).toBe('factor');
    });

    test('is never one for who works at a desk, nor once the requester works there too', async () => {
      const { medicalLead, colleague } = services.cardio;
      expect(await stageOf((await withPassword(medicalLead, await trusting(medicalLead))).token)).toBe('factor');
      const visit = await trusting(colleague);
      expect(await stageOf((await withPassword(colleague, visit)).token)).toBe('open');
      await services.sql(
        `insert into membership (tenant_id, id, professional_id, role, starts_on)
         values ($1, gen_random_uuid(), $2, 'secretary', '2020-01-01')`,
        [services.cardio.id, colleague.id],
      );
      expect(await stageOf((await withPassword(colleague, visit)).token)).toBe('factor');
    });

    test('is a browser of one account: its cookie is nothing to another one', async () => {
      const visit = await trusting(services.nephro.gp);
      expect(await stageOf((await withPassword(services.nephro.stranger, visit)).token)).toBe('factor');
    });

    test('is a stranger again once it is taken off the list, and what was open there is over', async () => {
      const who = services.commuter;
      const visit = await trusting(who);
      const there = await withPassword(who, visit);
      const devices = services.get(Devices);
      const principal = await sessions.principal(there.token);
      const [device] = await devices.list(principal.accountId, principal.deviceId);
      expect(device).toMatchObject({ current: true, sessions: 2 });
      await devices.remove(principal.accountId, device!.id);
      expect(await codeOf(sessions.principal(there.token))).toBe('session.required');
      expect(await stageOf((await withPassword(who, visit)).token)).toBe('factor');
    });
  });

  describe('guesses', () => {
    test('say the same of an unknown address, a wrong password and a disabled account', async () => {
      const { stranger, gp } = services.cardio;
      await services.sql('update account set disabled_at = now() where email = $1', [stranger.email]);
      const said = await Promise.all([
        signIn.withPassword('personne@ailleurs.example', PASSWORD, VISIT).catch((error: Error) => ({ ...error })),
        withPassword(gp, VISIT, 'faux mot de passe').catch((error: Error) => ({ ...error })),
        withPassword(stranger).catch((error: Error) => ({ ...error })),
      ]);
      expect(said[0]).toMatchObject({ code: 'session.bad-credentials' });
      expect(said[1]).toEqual(said[0]);
      expect(said[2]).toEqual(said[0]);
    });

    test('are ten in a quarter of an hour, even a hundred at once', async () => {
      const who = services.nephro.secretary;
      const all = await Promise.all(Array.from({ length: 40 }, () => codeOf(withPassword(who, STRANGER, 'faux'))));
      expect(all.filter((code) => code === 'session.bad-credentials').length).toBeLessThanOrEqual(10);
      for (let guess = 0; guess < 10; guess += 1) await codeOf(withPassword(who, STRANGER, 'faux'));
      expect(await codeOf(withPassword(who, STRANGER))).toBe('too-many-requests');
      services.clock.advanceMinutes(15);
      expect(await codeOf(withPassword(who, STRANGER))).toBe('passed');
    });

    test('of strangers never lock the owner out of a browser he is known from', async () => {
      const who = services.nephro.caseManager;
      const { deviceToken } = await signInHere(services.get, who);
      const home = { ...VISIT, deviceToken: deviceToken ?? undefined };
      for (let guess = 0; guess < 11; guess += 1) await codeOf(withPassword(who, STRANGER, 'faux'));
      expect(await codeOf(withPassword(who, STRANGER))).toBe('too-many-requests');
      const first = await withPassword(who, home);
      expect(await codeOf(byTotp(first.token, totpNow(who), false, home))).toBe('passed');
    });

    test('of the code are counted as well, in a quarter of an hour and in a day', async () => {
      const who = services.nephro.specialist;
      const tries = async () => {
        const { token } = await withPassword(who, STRANGER);
        const said = [];
        for (let guess = 0; guess < 11; guess += 1) said.push(await codeOf(byTotp(token, '000000', false, STRANGER)));
        return said;
      };
      expect(await tries()).toEqual([...Array<string>(10).fill('session.bad-code'), 'too-many-requests']);
      for (let quarter = 0; quarter < 2; quarter += 1) {
        services.clock.advanceMinutes(15);
        await tries();
      }
      services.clock.advanceMinutes(15);
      expect((await tries())[0]).toBe('too-many-requests');
    });

    test('from one address are fifty in all, whatever the accounts', async () => {
      const visit = { ...STRANGER, address: '198.51.100.77' };
      const said = [];
      for (let guess = 0; guess < 51; guess += 1)
        said.push(await codeOf(signIn.withPassword(`personne${guess}@ailleurs.example`, 'faux', visit)));
      expect(said.slice(0, 50)).toEqual(Array<string>(50).fill('session.bad-credentials'));
      expect(said[50]).toBe('too-many-requests');
    });
  });

  describe('a password', () => {
    const NEXT = 'une autre phrase de neuf moutons';

    test('is changed by who knows it, and ends what is open elsewhere', async () => {
      const who = services.nephro.coordinator;
      const [here, elsewhere] = [await signInHere(services.get, who), await signInHere(services.get, who)];
      const principal = await sessions.principal(here.token);
      const change = (current: string, next: string) =>
        codeOf(services.get(AccountPasswords).change(principal, VISIT, current, next));
      expect(await change('faux', NEXT)).toBe('session.bad-credentials');
      expect(await change(PASSWORD, 'motdepasse2026')).toBe('password.too-common');
      expect(await change(PASSWORD, NEXT)).toBe('passed');
      expect(await codeOf(sessions.principal(here.token))).toBe('passed');
      expect(await codeOf(sessions.principal(elsewhere.token))).toBe('session.required');
      expect(await codeOf(withPassword(who))).toBe('session.bad-credentials');
      expect(await codeOf(withPassword(who, VISIT, NEXT))).toBe('passed');
    });

    test('forgotten, has a link for one hour; an unknown address has none, and nothing says so', async () => {
      const passwords = services.get(AccountPasswords);
      const links = () => services.sql('select account_id, expires_at, used_at from link');
      await passwords.askLink('personne@ailleurs.example', '192.0.2.4');
      expect(await links()).toEqual([]);
      const who = services.nephro.mobileNurse;
      await passwords.askLink(who.email, '192.0.2.4');
      const expires = new Date(MONDAY.getTime() + 3_600_000);
      expect(await links()).toEqual([{ account_id: await accountOf(who), expires_at: expires, used_at: null }]);
      for (let more = 0; more < 5; more += 1) await passwords.askLink(who.email, '192.0.2.4');
      expect(await links()).toHaveLength(3);
      const { token } = await signInHere(services.get, who);
      await passwords.reset(await accountOf(who), NEXT);
      expect(await codeOf(sessions.principal(token))).toBe('session.required');
      expect(await stageOf((await withPassword(who, VISIT, NEXT)).token)).toBe('factor');
    });
  });

  describe('a patient', () => {
    test('opens his own files with his account, and no door of the professionals', async () => {
      const { id: requestId } = await services.send(services.cardio);
      const [request] = await services.sql<{ patient_id: string }>('select patient_id from request where id = $1', [
        requestId,
      ]);
      const [account] = await services.sql<{ id: string }>(
        `insert into account (id, email, password_hash, created_at)
         select gen_random_uuid(), 'patient@ailleurs.example', password_hash, now() from account limit 1 returning id`,
      );
      await services.sql(
        `insert into patient_account (tenant_id, id, patient_id, account_id, created_at)
         values ($1, gen_random_uuid(), $2, $3, now())`,
        [services.cardio.id, request!.patient_id, account!.id],
      );
      const { token } = await signIn.withPassword('patient@ailleurs.example', PASSWORD, VISIT);
      const principal = await sessions.principal(token);
      expect(principal).toMatchObject({ kind: 'patient', stage: 'open', memberships: [], professionalId: account!.id });
      expect(principal.patients).toEqual([
        {
          tenantId: services.cardio.id,
          ess: { slug: services.cardio.slug, name: 'Cardio Essai' },
          patientId: request!.patient_id,
        },
      ]);
      await services.sql('update patient_account set ended_at = now() where account_id = $1', [account!.id]);
      expect((await sessions.principal(token)).patients).toEqual([]);
    });
  });

  const accountOf = async (who: Person): Promise<string> => {
    const [row] = await services.sql<{ id: string }>('select id from account where professional_id = $1', [who.id]);
    return row!.id;
  };
});
