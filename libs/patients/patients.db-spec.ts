import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Member } from '#directory';
import { Database } from '#platform';
import { somebody } from '../../test/journeys/support/answers.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import { Patients } from './patients.service.ts';

const SECRETS = {
  phone: '02 61 91 12 99',
  insMatricule: '185057800608491',
  contactName: 'Armelle Kerdoncuff',
  contactPhone: '06 39 98 45 67',
  usedName: '',
};
const DEMONSTRATION_OID = '1.2.250.1.213.1.4.10';

describe('patients', () => {
  let services: Services;
  let gp: Member;
  let colleague: Member;
  let stranger: Member;
  let secretary: Member;
  let neighbour: Member;
  beforeAll(async () => {
    services = await openServices();
    const { cardio, nephro } = services;
    [gp, colleague, stranger, secretary] = [
      await services.member(cardio, cardio.gp),
      await services.member(cardio, cardio.colleague),
      await services.member(cardio, cardio.stranger),
      await services.member(cardio, cardio.secretary),
    ];
    neighbour = await services.member(nephro, nephro.secretary);
  });
  afterAll(() => services.stop());

  const found = (member: Member, birthDate: string, name = ''): Promise<string[]> =>
    services
      .get(Database)
      .tx(member.ctx, (tx) => services.get(Patients).search(tx, member, birthDate, name))
      .then((hits) => hits.map((hit) => hit.birthName));

  test('are found by the practice that asked for them and by the desk, by nobody else', async () => {
    const patient = { ...somebody('Rouxel'), birthDate: '1938-02-03' };
    await services.send(services.cardio, { patient });
    expect(await found(gp, '1938-02-03', 'roux')).toEqual([patient.birthName]);
    expect(await found(colleague, '1938-02-03', 'ROUX')).toEqual([patient.birthName]);
    expect(await found(secretary, '1938-02-03')).toEqual([patient.birthName]);
    expect(await found(stranger, '1938-02-03')).toEqual([]);
    expect(await found(neighbour, '1938-02-03')).toEqual([]);
  });

  test('are found by birth date first, then the first letters of any of their names, without accent', async () => {
    const patient = { ...somebody('Éon-Quéméner'), birthDate: '1938-02-04' };
    await services.send(services.cardio, { patient });
    for (const typed of ['eon', 'Éon', 'quem', 'camille', ''])
      expect(await found(gp, '1938-02-04', typed)).toHaveLength(1);
    for (const typed of ['meneur', 'x', '%', '_']) expect(await found(gp, '1938-02-05', typed)).toEqual([]);
    expect(await found(gp, '1938-02-04', 'zz')).toEqual([]);
  });

  test('the wildcards of a search are letters like any other', async () => {
    expect(await found(gp, '1938-02-04', 'q%r')).toEqual([]);
    expect(await found(gp, '1938-02-04', '_on')).toEqual([]);
  });

  test('their phone, INS, relatives and address are sealed in the row; only an index finds them again', async () => {
    const patient = { ...somebody(), ...SECRETS, insOid: DEMONSTRATION_OID, birthDate: '1938-02-06' };
    await services.send(services.cardio, {
      patient,
      callbackPhone: '06 39 98 10 21',
      question: 'Peut-on la voir chez elle, vite ?',
    });
    const texts = await services.sql<{ row: string }>(
      `select p::text as row from patient p where birth_date = '1938-02-06'
       union all select r::text from request r where patient_id in (select id from patient where birth_date = '1938-02-06')`,
    );
    expect(texts).toHaveLength(2);
    const hidden = [
      '026191',
      '0261911299',
      SECRETS.phone,
      SECRETS.insMatricule,
      'Kerdoncuff',
      '0639984567',
      'rue du Calvaire',
      'voir chez elle',
      'Furosémide',
      '0639981021',
    ];
    for (const word of hidden)
      for (const { row } of texts) {
        expect([word, row.includes(word)]).toEqual([word, false]);
        expect([word, row.includes(Buffer.from(word).toString('hex'))]).toEqual([word, false]);
      }
    const [index] = await services.sql<{ phone: number; ins: number }>(
      `select length(phone_index) as phone, length(ins_index) as ins from patient where birth_date = '1938-02-06'`,
    );
    expect(index).toEqual({ phone: 32, ins: 32 });
  });

  test('erased with their key, they can never be read again', async () => {
    const sent = await services.send(services.cardio);
    const [row] = await services.sql<{ id: string }>('select patient_id as id from request where id = $1', [sent.id]);
    const open = () => services.get(Database).tx(secretary.ctx, (tx) => services.get(Patients).open(tx, row!.id));
    expect((await open()).identity.phone).toBe('02 61 91 12 34');
    await services.sql(
      'update patient set wrapped_key = (select wrapped_key from patient where id <> $1 limit 1) where id = $1',
      [row!.id],
    );
    await expect(open()).rejects.toThrow();
  });

  test('known by the practice, the same person asked for twice is one patient, and says his newest address', async () => {
    const patient = { ...somebody('Lebreton'), birthDate: '1938-02-07' };
    const { place } = (await import('#forms')).exampleAnswers();
    await services.send(services.cardio, { patient });
    await services.send(services.cardio, {
      patient,
      reason: 'suivi',
      reasonOther: 'Contrôle',
      place: { ...place, address: '3 quai des Mariniers' },
    });
    const rows = await services.sql<{ id: string }>(`select id from patient where birth_date = '1938-02-07'`);
    expect(rows).toHaveLength(1);
    const { identity } = await services.get(Database).tx(gp.ctx, (tx) => services.get(Patients).open(tx, rows[0]!.id));
    expect(identity.address).toBe('3 quai des Mariniers');
  });

  test('each search and each opening leaves its audit line, whatever was found', async () => {
    const count = async () =>
      (
        await services.sql<{ n: number }>(
          `select count(*)::int as n from audit where action = 'patient.searched' and actor_id = $1`,
          [gp.professionalId],
        )
      )[0]!.n;
    const before = await count();
    await found(gp, '1911-11-11');
    expect(await count()).toBe(before + 1);
  });
});
