import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { nirKey } from '#contracts/identifiers';
import { livePath, PATH_CANARIES } from './canaries-path.ts';
import { liveTrust, TRUST_CANARIES } from './canaries-trust.ts';
import { answersOf, leastEmergency } from './support/answers.ts';
import { eavesdrop, type Eavesdropping } from './support/eavesdrop.ts';
import { queuesHere } from './support/queues.ts';
import { expectTriagedOnce } from './support/triaged-once.ts';
import { waitFor } from './support/wait-for.ts';
import { openWorld, type Visitor, type World } from './support/world.ts';

const INS = `1850578006084${nirKey('1850578006084')}`;
const DEMONSTRATION_OID = '1.2.250.1.213.1.4.10';

/** Words that exist nowhere else in the world: one hit is a leak. */
const CANARIES = {
  birthName: 'Zibelinard',
  givenNames: 'Quetzalie',
  usedName: 'Ypsilonne',
  phone: '0261918473',
  callback: '0639987351',
  ins: INS,
  contact: 'Vouivrette',
  address: 'impasse du Rhododendron',
  access: 'digicode 7391Z',
  medications: 'Xylozépam 12 mg',
  question: 'glockenspiel paroxystique',
  reason: 'kaléidoscope mal toléré',
  draft: 'hippopotomonstre',
  ...PATH_CANARIES,
  ...TRUST_CANARIES,
};

const PATIENT = {
  birthName: CANARIES.birthName,
  givenNames: CANARIES.givenNames,
  usedName: CANARIES.usedName,
  phone: CANARIES.phone,
  insMatricule: INS,
  insOid: DEMONSTRATION_OID,
  contactName: CANARIES.contact,
};

/** As written, folded, encoded for a URL, in base 64 or in hexadecimal. */
const shapesOf = (word: string): string[] => [
  word,
  word.toLowerCase(),
  word.toUpperCase(),
  encodeURIComponent(word),
  Buffer.from(word).toString('base64').replace(/=+$/, ''),
  Buffer.from(word).toString('hex'),
];

const leaksIn = (text: string): string[] =>
  Object.entries(CANARIES).flatMap(([what, word]) =>
    shapesOf(word).some((shape) => text.includes(shape)) ? [what] : [],
  );

/** A letter as its reader sees it. */
const readable = (message: string): string =>
  Buffer.from(
    message
      .replaceAll('=\r\n', '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** Its random ids and dates of sending aside. */
const withoutIds = (letter: string): string =>
  letter.replace(/^(message-id|date|content-type):.*|^--.*/gim, '').replace(/[0-9a-f-]{36}/g, '');

describe.each(queuesHere())('ni donnée de santé ni identité là où il n’en faut pas (file %s)', (queue) => {
  let world: World;
  let ears: Eavesdropping;
  let sentIds: string[];
  let downloads: string[];
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guichet-canaries-'));
    world = await openWorld({ queue, env: { DATA_DIR: folder } });
    ears = await eavesdrop(world);
    sentIds = await liveThrough();
    const lived = await livePath(world, (birthDate) => answersWith({ birthDate }));
    sentIds.push(...lived.ids);
    downloads = lived.headers;
    sentIds.push(...(await liveTrust(world, (birthDate) => answersWith({ birthDate }))));
    await waitFor('everything that may leave now', async () => (await undone()) === 0);
  });
  afterAll(async () => {
    await ears.stop();
    await world.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** A request with a canary wherever its author may type one. */
  const answersWith = (change: { birthDate?: string } = {}) => {
    const complete = answersOf(world.cardio);
    return {
      ...complete,
      patient: { ...complete.patient, ...PATIENT, ...change },
      place: { ...complete.place, address: CANARIES.address, accessNotes: CANARIES.access },
      callbackPhone: CANARIES.callback,
      medications: CANARIES.medications,
      question: `Que penser de ce ${CANARIES.question} ?`,
    };
  };

  /** A day with the canaries everywhere a person may type them, errors of every kind included. */
  async function liveThrough(): Promise<string[]> {
    const { cardio } = world;
    const home = `/api/e/${cardio.slug}`;
    const gp = await world.as(cardio.gp);
    const secretary = await world.as(cardio.secretary);
    const nurse = await world.as(cardio.caseManager);
    const complete = answersOf(cardio);
    const answers = answersWith();
    const key = () => ({ 'idempotency-key': randomUUID() });
    const draft = `${home}/drafts/${randomUUID()}`;
    await gp.put(draft, { step: 2, version: 0, content: { ...answers, note: CANARIES.draft } }).expect(200);
    await gp.put(draft, { step: 2, version: 7, content: { note: CANARIES.draft } }).expect(409);
    const sent = await gp.post(`${home}/requests`, { answers }, key()).expect(201);
    await gp.post(`${home}/requests`, { answers }, key()).expect(422);
    await gp
      .post(`${home}/requests`, { answers: { ...answers, [CANARIES.birthName]: CANARIES.phone } }, key())
      .expect(400);
    await gp.post(`${home}/requests`, { answers: { ...answers, nyha: CANARIES.question } }, key()).expect(400);
    const vital = {
      ...leastEmergency(cardio),
      patient: { ...complete.patient, ...PATIENT, birthDate: '1950-01-01' },
      question: answers.question,
    };
    const emergency = await gp.post(`${home}/requests`, { answers: vital }, key()).expect(201);
    const call = {
      answers: { ...answers, patient: { ...answers.patient, birthDate: '1951-01-01' } },
      caller: { professionalId: cardio.gp.id },
    };
    const called = await secretary.post(`${home}/requests`, call, key()).expect(201);
    const ids: string[] = [sent.body.id, emergency.body.id, called.body.id];
    await waitFor('the proposals', async () => (await undone()) === 0);
    await secretary.post(`${home}/patients/search`, { birthDate: '1945-03-14', name: CANARIES.birthName }).expect(200);
    await secretary.get(`${home}/desk/queue`).expect(200);
    await gp.get(`${home}/requests`).expect(200);
    const file = await nurse.get(`${home}/requests/${sent.body.id}`).expect(200);
    // The positive control: whoever may read it does read it.
    expect(JSON.stringify(file.body)).toContain(CANARIES.question);
    const lowered = { version: file.body.version, class: 'P4', reason: CANARIES.reason };
    await nurse.post(`${home}/requests/${sent.body.id}/confirm`, lowered).expect(200);
    await nurse.post(`${home}/requests/${sent.body.id}/confirm`, lowered).expect(409);
    await breakTheHouse(gp, draft);
    await gp
      .post(`${home}/requests/${sent.body.id}/cancel`, { version: file.body.version + 1, reason: CANARIES.reason })
      .expect(200);
    return ids;
  }

  /** Errors that nobody foresaw: the table is gone while a draft is saved, a value does not fit, a mail is refused. */
  async function breakTheHouse(gp: Visitor, draft: string): Promise<void> {
    await world.sql('alter table draft rename to gone');
    await gp.put(draft, { step: 2, version: 1, content: { note: CANARIES.draft } }).expect(500);
    await world.sql('alter table gone rename to draft');
    await gp
      .post(`/api/e/${world.cardio.slug}/patients/search`, { birthDate: '1945-02-31', name: CANARIES.birthName })
      .expect(400);
    world.mails.refuse = true;
    const patient = { ...answersOf(world.cardio).patient, ...PATIENT, birthDate: '1952-01-01' };
    await gp
      .post(
        `/api/e/${world.cardio.slug}/requests`,
        { answers: answersOf(world.cardio, { patient }) },
        { 'idempotency-key': randomUUID() },
      )
      .expect(201);
    await waitFor('the refused mail in the log', async () => world.logs().includes('notify-requester'));
    world.mails.refuse = false;
    await waitFor('the mail at last', async () => (await undone()) === 0);
  }

  async function undone(): Promise<number> {
    const rows = await world.sql<{ count: number }>(
      `select count(*)::int as count from delivery where done_at is null and available_at < now() + interval '30 seconds'`,
    );
    return rows[0]?.count ?? -1;
  }

  test('les journaux de l’api et du moteur, erreurs comprises', () => {
    const logs = world.logs();
    expect(logs).toContain('relation "draft" does not exist');
    expect(logs).toContain('relation "report" does not exist');
    expect(leaksIn(logs)).toEqual([]);
  });

  test('la file et le bus ne portent que des identifiants', async () => {
    const [inQueue, onBus] = [await ears.queue(), ears.bus()];
    const events = await world.sql<{ id: string }>(
      `select id from event where request_id = $1 and type = 'request.received'`,
      [sentIds[0]],
    );
    expect(inQueue).toContain(events[0]!.id);
    for (const id of sentIds) expect(onBus).toContain(id);
    expect([leaksIn(inQueue), leaksIn(onBus)]).toEqual([[], []]);
    expect(inQueue).not.toMatch(/"P[0-4]"|insuffisance|thoracique/);
  });

  test('les courriels portent une référence et un lien, rien d’autre', async () => {
    const letters = world.mails.messages.map(readable);
    expect(letters.length).toBeGreaterThanOrEqual(12);
    expect(leaksIn(letters.join('\n'))).toEqual([]);
    for (const letter of letters)
      expect(withoutIds(letter)).not.toMatch(/\bP[0-4]\b|insuffisance|thoracique|\b19(45|5[0-3]|3[1-5])\b/i);
    await expectTriagedOnce(world, [sentIds[2]!]);
  });

  test('les événements, les livraisons et l’audit, que d’autres rôles lisent, n’en disent rien', async () => {
    const rows = await world.sql<{ row: string }>(
      `select e::text as row from event e union all select d::text from delivery d union all select a::text from audit a
       union all select f::text from fact f union all select u::text from undo u
       union all select m::text from mail m union all select n::text from event_note n union all select s::text from session s`,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(leaksIn(rows.map((one) => one.row).join('\n'))).toEqual([]);
  });

  test('le téléphone, l’INS, les textes et les proches ne sont en clair dans aucune table', async () => {
    const tables = await world.sql<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'bullmq'::regnamespace)`,
    );
    const hits: string[] = [];
    for (const { name } of tables) {
      const rows = await world.sql<{ row: string }>(`select t::text as row from ${name} t`);
      hits.push(...leaksIn(rows.map((one) => one.row).join('\n')).map((what) => `${name}: ${what}`));
    }
    // Names stay in clear inside the wall of the tenant, for the search by traits; nothing else does.
    expect(hits.sort()).toEqual(['patient: birthName', 'patient: givenNames', 'patient: usedName']);
  });

  test('un compte rendu téléchargé porte sa référence pour nom, rien d’autre', () => {
    expect(downloads.length).toBeGreaterThan(0);
    for (const headers of downloads) expect(headers).toMatch(/compte-rendu-[0-9A-Z]{8}\.pdf/);
    expect(leaksIn(downloads.join('\n'))).toEqual([]);
  });

  test('les fichiers gardés sont scellés, leur nom aussi', async () => {
    const kept = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
    expect(kept.length).toBeGreaterThan(0);
    for (const { parentPath, name } of kept) {
      const text = (await readFile(join(parentPath, name))).toString('latin1');
      expect([name, leaksIn(name + text), text.includes('%PDF')]).toEqual([name, [], false]);
    }
  });

  test('aucune adresse ne peut porter une personne : ni chemin ni paramètre de recherche', () => {
    const { paths } = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as {
      paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
    };
    const named = Object.values(paths)
      .flatMap((operations) => Object.values(operations))
      .flatMap(({ parameters = [] }) => parameters.filter((one) => one.in !== 'header').map((one) => one.name));
    // Ids, dates, codes and cursors; « q » is asked of the communes alone.
    expect([...new Set(named)].sort()).toEqual([
      ...['action', 'actor', 'after', 'cursor', 'date', 'ess', 'family', 'from', 'id', 'limit', 'memberId'],
      ...['patient', 'q'],
      ...['scope', 'slug', 'status', 'to'],
    ]);
    expect(Object.keys(paths).filter((path) => JSON.stringify(paths[path]).includes('"name":"q"'))).toEqual([
      '/api/communes',
    ]);
  });
});
