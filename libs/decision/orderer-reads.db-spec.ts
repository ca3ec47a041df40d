import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Decide } from '#decision';
import { Care } from '../../test/journeys/support/care.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';

describe('who has back what he ordered', () => {
  let services: Services;
  let care: Care;
  beforeAll(async () => {
    services = await openServices();
    care = new Care(services, services.cardio);
  }, 60_000);
  afterAll(() => services.stop());

  test.each([
    ['locum', true],
    ['medical_lead', true],
    ['intern', false],
  ] as const)('ordered by a %s: his to read is %s', async (role, reads) => {
    const { id, version } = await care.confirmed('P2');
    const person = services.cardio.secondSpecialist;
    const orderer = { ...(await care.member(person)), roles: [role] };
    await services.get(Decide).visit(orderer, id, { version, exams: ['ecg'], question: 'Trouble du rythme ?' });
    expect((await care.row(id)).returnTo).toBe(reads ? person.id : null);
  });
});
