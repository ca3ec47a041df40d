import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BusSignal } from '#contracts/events';
import type { Member } from '#directory';
import { PatientPages, SendRequest } from '#intake';
import { Circle, Consents, Identities, InvitePatient, Patients } from '#patients';
import { type Bus, BUS, Database } from '#platform';
import { RequestFile } from '#triage';
import { answersOf, somebody } from '../../test/journeys/support/answers.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';
import { waitFor } from '../../test/journeys/support/wait-for.ts';

const OID = '1.2.250.1.213.1.4.10';
const INS = { insMatricule: '279035121518989', insOid: OID };
const NOTE = 'Ne veut pas que son voisin sache';

describe('the page of a patient', () => {
  let services: Services;
  let secretary: Member;
  let colleague: Member;
  let pages: PatientPages;
  let rank = 0;

  beforeAll(async () => {
    services = await openServices();
    const { cardio } = services;
    secretary = await services.member(cardio, cardio.secretary);
    colleague = await services.member(cardio, cardio.secondSecretary);
    pages = services.get(PatientPages);
  });
  afterAll(() => services.stop());

  async function patient(change: object = {}): Promise<{ id: string; request: string }> {
    const birthDate = `1941-03-${String((rank += 1)).padStart(2, '0')}`;
    const whole = { ...somebody('Rouxel'), birthDate, ...change };
    const { id: request } = await services.send(services.cardio, { patient: whole });
    const [row] = await services.sql<{ id: string }>('select patient_id as id from request where id = $1', [request]);
    return { id: row!.id, request };
  }
  const open = (id: string, member = secretary) => pages.open(member, id);
  const typed = async (id: string, change: object = {}) => {
    const { version, identity } = await open(id);
    const { birthName, usedName, givenNames, sex, birthDate, birthPlaceInsee, phone, insMatricule, insOid } = identity;
    const traits = { birthName, usedName, givenNames, sex, birthDate, birthPlaceInsee, phone, insMatricule, insOid };
    return { version, ...traits, ...change };
  };
  const retrieved = (id: string, traits: object = {}) =>
    services.get(Database).tx(secretary.ctx, async (tx) => {
      const known = await services.get(Patients).identityIn(tx, await services.get(Patients).standing(tx, id));
      const { birthName, givenNames, sex, birthDate } = known;
      await services.get(Identities).retrieved(tx, id, {
        ...{ matricule: INS.insMatricule, oid: OID },
        traits: { birthName, givenNames, sex, birthDate, birthPlaceInsee: '44184', ...traits },
      });
    });

  test('the status follows the two facts, and says what is missing', async () => {
    const { id } = await patient();
    expect(await open(id)).toMatchObject({ status: 'PROV', document: null, insiAt: null, insLookup: 'not-connected' });
    const { version } = await open(id);
    await services.get(Identities).checkDocument(secretary, id, { version, kind: 'cni' });
    expect(await open(id)).toMatchObject({ status: 'VALI', document: { kind: 'cni', by: secretary.displayName } });
    await retrieved(id);
    expect(await open(id)).toMatchObject({ status: 'QUAL', identity: INS });
    const other = await patient();
    await retrieved(other.id);
    expect(await open(other.id)).toMatchObject({ status: 'RECUP' });
    expect((await services.get(RequestFile).open(secretary, other.request)).patient.identityStatus).toBe('RECUP');
  });

  test('a strict trait that changes drops the INS and unlinks the matricule; the history keeps it, sealed', async () => {
    const { id } = await patient();
    await retrieved(id);
    const before = (await open(id)).identity;
    const corrected = await typed(id, { birthName: 'Roussel', insMatricule: '190082A00401168' });
    await services.get(Identities).correct(secretary, id, corrected);
    const page = await open(id);
    expect(page).toMatchObject({
      status: 'PROV',
      insiAt: null,
      identity: { birthName: 'Roussel', insMatricule: '', insOid: '' },
    });
    const lines = page.changes.find(({ kind }) => kind === 'corrected')?.lines ?? [];
    expect(lines).toContainEqual({ field: 'insMatricule', before: INS.insMatricule, after: '' });
    expect(lines).toContainEqual({ field: 'birthName', before: before.birthName, after: 'Roussel' });
    const [row] = await services.sql<{ index: Buffer | null }>('select ins_index as index from patient where id = $1', [
      id,
    ]);
    expect(row!.index).toBeNull();
  });

  test('a phone or a used name that changes leaves the INS, and nobody types over a matricule of the service', async () => {
    const { id } = await patient();
    await retrieved(id);
    const change = { phone: '06 39 98 12 12', usedName: 'Lebreton', insMatricule: '190082A00401168' };
    await services.get(Identities).correct(secretary, id, await typed(id, change));
    expect(await open(id)).toMatchObject({ status: 'RECUP', identity: { ...INS, usedName: 'Lebreton' } });
    // Nor does the form of a new request.
    const identity = (await open(id)).identity;
    const known = { ...somebody(), ...identity, patientId: id, insMatricule: '190082A00401168', birthPlaceInsee: '' };
    const gp = await services.member(services.cardio, services.cardio.gp);
    const answers = answersOf(services.cardio, { patient: known, reason: 'suivi', reasonOther: 'Contrôle' });
    await services.get(SendRequest).send(gp, '0192f3c0-0000-7000-8000-00000000aaaa', { answers });
    expect(await open(id)).toMatchObject({ status: 'RECUP', identity: { ...INS, birthPlaceInsee: '44184' } });
  });

  test('two people correct at once: one wins, the other learns who and when', async () => {
    const { id } = await patient();
    const [mine, theirs] = [await typed(id, { usedName: 'Un' }), await typed(id, { usedName: 'Deux' })];
    await services.get(Identities).correct(secretary, id, mine);
    await expect(services.get(Identities).correct(colleague, id, theirs)).rejects.toMatchObject({
      code: 'patient.stale',
      conflict: { by: secretary.displayName, version: mine.version + 1 },
    });
    await expect(
      services.get(Identities).checkDocument(colleague, id, { version: theirs.version, kind: 'cni' }),
    ).rejects.toMatchObject({ code: 'patient.stale' });
    expect((await open(id)).identity.usedName).toBe('Un');
  });

  test('what is wrong is said field by field; an INS of the real world is refused in a demonstration', async () => {
    const { id } = await patient();
    const wrong = await typed(id, { ...INS, insOid: '1.2.250.1.213.1.4.8', birthDate: '2041-01-01' });
    await expect(services.get(Identities).correct(secretary, id, wrong)).rejects.toMatchObject({
      code: 'patient.invalid',
      errors: [{ field: 'birthDate' }, { field: 'insOid' }],
    });
  });

  test('the form’s agreement is on the page with its request; an opposition is the last word, and what was said stays', async () => {
    const { id, request } = await patient();
    const [first] = await services.sql<{ request: string; kind: string }>(
      'select request_id as request, kind from consent where patient_id = $1',
      [id],
    );
    expect(first).toEqual({ request, kind: 'consent' });
    expect((await open(id)).sharing).toMatchObject({ state: 'consented', mode: 'oral', teamDefault: false });
    services.clock.advanceMinutes(1);
    const said = { kind: 'opposition', mode: 'ecrit', at: services.clock.now().toISOString(), note: NOTE } as const;
    await services.get(Consents).record(secretary, id, said);
    const page = await open(id);
    expect(page.sharing).toMatchObject({ state: 'opposed', mode: 'ecrit', since: said.at });
    expect(page.consents.map(({ kind, note }) => [kind, note])).toEqual([
      ['opposition', NOTE],
      ['consent', ''],
    ]);
    for (const wrong of [
      { kind: 'consent', mode: 'impossible', at: said.at },
      { kind: 'consent', mode: 'oral', at: '2099-01-01T00:00:00Z' },
    ] as const)
      await expect(services.get(Consents).record(secretary, id, wrong)).rejects.toMatchObject({
        code: 'patient.invalid',
      });
  });

  test('the circle: a relative one may talk to is on the desk’s file, a professional is of this team, and ends at once', async () => {
    const { id, request } = await patient();
    const circle = services.get(Circle);
    const daughter = {
      kind: 'relative',
      name: 'Armelle Kerdoncuff',
      link: 'fille',
      phone: '0639984567',
      mayTalk: true,
    } as const;
    const relative = await circle.add(secretary, id, daughter);
    await circle.add(secretary, id, { ...daughter, name: 'Un voisin', link: 'autre', mayTalk: false });
    await circle.add(secretary, id, { ...daughter, name: 'Plus tard', startsOn: '2099-01-01' });
    const { patient: file } = await services.get(RequestFile).open(secretary, request);
    expect(file.mayTalkToLines).toEqual(['sa fille, Armelle Kerdoncuff, 06 39 98 45 67'.replace(/(\d) /g, '$1\u00a0')]);
    expect(file.mayTalkTo).toMatchObject([{ id: relative, link: 'fille' }]);
    const professionalId = services.cardio.stranger.id;
    const member = await circle.add(secretary, id, { kind: 'professional', professionalId, role: 'Pharmacie' });
    const stranger = await services.member(services.cardio, services.cardio.stranger);
    expect(await open(id, stranger)).toMatchObject({ reason: 'care_circle', requests: [{ id: request }] });
    for (const wrong of [professionalId, secretary.professionalId, services.nephro.specialist.id])
      await expect(circle.add(secretary, id, { kind: 'professional', professionalId: wrong })).rejects.toMatchObject({
        code: 'patient.invalid',
      });
    await circle.end(secretary, id, member);
    await expect(open(id, stranger)).rejects.toMatchObject({ code: 'not-found' });
    await circle.end(secretary, id, relative);
    expect((await services.get(RequestFile).open(secretary, request)).patient.mayTalkTo).toEqual([]);
    const another = await patient();
    await expect(circle.end(secretary, another.id, member)).rejects.toMatchObject({ code: 'not-found' });
    expect((await open(id)).circle.filter(({ live }) => !live)).toHaveLength(3);
  });

  test('a double click on the circle writes one line; the same person for a part of that time is refused', async () => {
    const { id } = await patient();
    const circle = services.get(Circle);
    const son = {
      kind: 'relative',
      name: 'Yann Kerdoncuff',
      link: 'fils',
      phone: '0639984568',
      mayTalk: true,
    } as const;
    const colleagueIn = { kind: 'professional', professionalId: services.cardio.stranger.id } as const;
    for (const one of [son, { ...colleagueIn, startsOn: '2026-11-01', endsOn: '2026-12-31' }]) {
      const ids = await Promise.all([1, 2, 3].map(() => circle.add(secretary, id, one)));
      expect(new Set(ids).size).toBe(1);
    }
    expect((await open(id)).circle).toHaveLength(2);
    const lines = await services.sql('select 1 from audit where resource_id = $1 and action = $2', [
      id,
      'circle.changed',
    ]);
    expect(lines).toHaveLength(2);
    const overlapping = { ...colleagueIn, startsOn: '2026-12-31' };
    await expect(circle.add(secretary, id, overlapping)).rejects.toMatchObject({ code: 'patient.invalid' });
    await circle.add(secretary, id, { ...colleagueIn, startsOn: '2027-01-01' });
    await circle.add(secretary, id, { ...son, phone: '0639984569' });
    expect((await open(id)).circle).toHaveLength(4);
  });

  test('a double click on consent writes it once; said again after another word, it is a new word', async () => {
    const { id } = await patient();
    const consents = services.get(Consents);
    const say = async (kind: 'consent' | 'opposition' | 'information', note = '') => {
      services.clock.advanceMinutes(1);
      const at = services.clock.now().toISOString();
      await Promise.all([1, 2, 3].map(() => consents.record(secretary, id, { kind, mode: 'ecrit', at, note })));
      return (await open(id)).consents.map((line) => line.kind);
    };
    expect(await say('opposition')).toEqual(['opposition', 'consent']);
    expect(await say('opposition')).toEqual(['opposition', 'consent']);
    expect(await say('consent')).toEqual(['consent', 'opposition', 'consent']);
    expect(await say('opposition')).toEqual(['opposition', 'consent', 'opposition', 'consent']);
    expect(await say('information')).toHaveLength(5);
    expect(await say('opposition', NOTE)).toHaveLength(6);
    expect((await open(id)).sharing).toMatchObject({ state: 'opposed' });
  });

  test('who follows his requests or is of his circle hears of it, by an id; nobody else does', async () => {
    const { id } = await patient();
    const { cardio } = services;
    const heard: BusSignal[] = [];
    // What the sending of his request has said may still be on its way.
    const ofPatients = (signal: BusSignal) => void (signal.kind === 'patient.changed' && heard.push(signal));
    await services.get<Bus>(BUS as never).subscribe(ofPatients);
    const told = async (rooms: string[], act: () => Promise<unknown>) => {
      heard.length = 0;
      await act();
      await waitFor('the signals', async () => heard.length >= rooms.length);
      expect(heard.map(({ room }) => room).sort()).toEqual([...rooms].sort());
      for (const { room, ...signal } of heard)
        expect([room, signal]).toEqual([room, { tenant: cardio.id, kind: 'patient.changed', id }]);
    };
    const followers = ['desk', `org:${cardio.practiceId}`, `user:${cardio.gp.id}`];
    services.clock.advanceMinutes(1);
    const said = { kind: 'opposition', mode: 'oral', at: services.clock.now().toISOString() } as const;
    await told(followers, () => services.get(Consents).record(secretary, id, said));
    const professional = { kind: 'professional', professionalId: cardio.stranger.id } as const;
    const wider = [...followers, `user:${cardio.stranger.id}`];
    let line = '';
    await told(wider, async () => (line = await services.get(Circle).add(secretary, id, professional)));
    await told(wider, () => services.get(Circle).end(secretary, id, line));
    const over = { ...professional, startsOn: '2020-01-01', endsOn: '2020-12-31' };
    await told(followers, () => services.get(Circle).add(secretary, id, over));
    services.clock.advanceMinutes(1);
    const again = { ...said, kind: 'consent' as const, at: services.clock.now().toISOString() };
    await told(followers, () => services.get(Consents).record(secretary, id, again));
  });

  test('invited three times at once, the patient has one living link', async () => {
    const { id } = await patient();
    const invite = () => services.get(InvitePatient).invite(secretary, id, 'patiente@essai.example');
    await Promise.all([invite(), invite(), invite()]);
    const living = await services.sql(
      'select 1 from invitation where patient_id = $1 and accepted_at is null and revoked_at is null',
      [id],
    );
    expect(living).toHaveLength(1);
  });

  test('what a requester may not read is not on his page: the history, the requests of others', async () => {
    const { id } = await patient();
    const gp = await services.member(services.cardio, services.cardio.gp);
    await services.get(Identities).correct(secretary, id, await typed(id, { usedName: 'Autre' }));
    expect(await open(id, gp)).toMatchObject({ reason: 'author', changes: [], requests: [{ readable: true }] });
    const stranger = await services.member(services.cardio, services.cardio.stranger);
    await expect(open(id, stranger)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('sealed in every table under his key, and gone with it', async () => {
    const { id, request } = await patient(INS);
    await services
      .get(Circle)
      .add(secretary, id, { kind: 'relative', name: 'Secrète Kerdoncuff', link: 'soeur', note: NOTE });
    const said = { kind: 'information', mode: 'oral', at: services.clock.now().toISOString(), note: NOTE } as const;
    await services.get(Consents).record(secretary, id, said);
    await services.get(Identities).correct(secretary, id, await typed(id, { usedName: 'Nomsecret' }));
    await services.sql(
      `insert into exceptional_access (tenant_id, id, patient_id, professional_id, reason_code, sealed, opened_at, expires_at)
       select tenant_id, gen_random_uuid(), patient_id, $2, 'urgence', sealed, now(), now() + interval '1 hour' from consent
        where patient_id = $1 and sealed is not null`,
      [id, secretary.professionalId],
    );
    const tables = ['circle_member', 'consent', 'patient_change', 'exceptional_access'];
    const words = ['Secrète', 'Kerdoncuff', NOTE, 'Nomsecret', INS.insMatricule];
    for (const table of tables) {
      const texts = await services.sql<{ text: string }>(
        `select t::text as text from ${table} t where patient_id = $1`,
        [id],
      );
      expect([table, texts.length > 0]).toEqual([table, true]);
      for (const { text } of texts)
        for (const word of words)
          expect([table, word, text.includes(word) || text.includes(Buffer.from(word).toString('hex'))]).toEqual([
            table,
            word,
            false,
          ]);
    }
    const keyIn = (column: string, table: string) =>
      services.sql<{ key: string }>(
        `select distinct encode(substring(${column} from 2 for 16), 'hex') as key from ${table} where patient_id = $1 and ${column} is not null`,
        [id],
      );
    for (const table of tables) expect(await keyIn('sealed', table)).toEqual([{ key: id.replaceAll('-', '') }]);
    await services.sql(
      `update request set state = 'closed', next_action = 'none', closed_at = now(), owner_kind = null, owner_id = null where id = $1`,
      [request],
    );
    await services
      .get(Database)
      .tx({ tenantId: services.cardio.id, userId: null }, (tx) =>
        services.get(Patients).erase(tx, id, 'Europe/Paris', 'effacement'),
      );
    await expect(open(id)).rejects.toMatchObject({ code: 'patient.erased' });
    const [key] = await services.sql<{ n: number }>('select length(wrapped_key) as n from patient where id = $1', [id]);
    expect(key).toEqual({ n: 0 });
  });
});
