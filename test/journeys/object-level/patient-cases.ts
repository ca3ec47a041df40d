import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { answersOf, somebody } from '../support/answers.ts';
import type { Visitor } from '../support/world.ts';
import { type Attempt, type ObjectStage, QUESTION } from './object-stage.ts';

/** The page of a patient and the exceptional access, in the world of the other cases. */
export function casesOfPatients(stage: () => ObjectStage): void {
  const aroundPatients = () =>
    stage().world.sql(
      `select (select count(*) from consent where request_id is null) as consents, (select count(*) from circle_member where ended_at is null) as circle,
              (select count(*) from patient_change) as changes, (select count(*) from patient_distinct) as distincts,
              (select count(*) from patient where merged_into is not null) as merges`,
    );

  test('26 et 27 · la fiche d’un patient : la lire, la corriger, l’entourer, la réunir à une autre, par qui n’a pas de raison', async () => {
    const { world, path, base, foreign, neighbour, otherNurse, target, leaks, expectRefused } = stage();
    const mine = (await path.file(await path.confirmed({ patient: somebody() }))).patient.id;
    const secretary = path.as('secretary');
    const page = (await secretary.get(`${base}/patients/${target.patient}`).expect(200)).body;
    const { birthPlaceName: _, communeName: __, ...identity } = page.identity;
    const traits = { ...identity, version: page.version, usedName: 'Prise' };
    const at = new Date().toISOString();
    const relative = { kind: 'relative', name: 'Intrus', link: 'fille', mayTalk: true };
    await secretary.post(`${base}/patients/${target.patient}/circle`, relative).expect(200);
    const { circle } = (await secretary.get(`${base}/patients/${target.patient}`).expect(200)).body;
    const writes = (visitor: Visitor, home: string): Attempt[] => {
      const patient = `${home}/patients/${target.patient}`;
      return [
        ['page', () => visitor.get(patient)],
        ['identity', () => visitor.post(`${patient}/identity`, {})],
        ['traits', () => visitor.put(`${patient}/traits`, traits)],
        ['document', () => visitor.post(`${patient}/document`, { version: page.version, kind: 'cni' })],
        ['consent', () => visitor.post(`${patient}/consents`, { kind: 'opposition', mode: 'oral', at })],
        ['circle', () => visitor.post(`${patient}/circle`, relative)],
        ['circle end', () => visitor.post(`${patient}/circle/${circle[0].id}/end`, {})],
        ['merge', () => visitor.post(`${patient}/merge`, { otherId: mine, version: page.version })],
        ['unmerge', () => visitor.post(`${patient}/unmerge`, { otherId: mine })],
        ['distinct', () => visitor.post(`${home}/patients/duplicates/distinct`, { a: target.patient, b: mine })],
      ];
    };
    const before = await aroundPatients();
    await expectRefused([
      ...writes(path.as('stranger'), base),
      ...writes(otherNurse, base),
      ...writes(neighbour.secretary, foreign),
      ...writes(neighbour.secretary, base),
      ['circle of another', () => secretary.post(`${base}/patients/${mine}/circle/${circle[0].id}/end`, {})],
      [
        'a professional of next door',
        () =>
          secretary.post(`${base}/patients/${mine}/circle`, {
            kind: 'professional',
            professionalId: world.nephro.specialist.id,
          }),
      ],
      ['requester corrects', () => path.as('gp').put(`${base}/patients/${target.patient}/traits`, traits)],
      [
        'coordinator consents',
        () =>
          path
            .as('coordinator')
            .post(`${base}/patients/${target.patient}/consents`, { kind: 'consent', mode: 'oral', at }),
      ],
    ]);
    // The body against the path: a patient of next door in a merge of ours.
    const theirs = (
      await neighbour.gp.post(
        `${foreign}/requests`,
        { answers: answersOf(world.nephro, { patient: somebody() }) },
        { 'idempotency-key': randomUUID() },
      )
    ).body.id;
    const [{ patient: foreignPatient }] = (await world.sql('select patient_id as patient from request where id = $1', [
      theirs,
    ])) as [{ patient: string }];
    const lead = await world.as(world.cardio.medicalLead);
    const minePage = (await lead.get(`${base}/patients/${mine}`).expect(200)).body;
    const merged = await lead.post(`${base}/patients/${mine}/merge`, {
      otherId: foreignPatient,
      version: minePage.version,
    });
    expect([merged.status, merged.body.code]).toEqual([404, 'not-found']);
    expect(await aroundPatients()).toEqual(before);
    const pairs = await neighbour.secretary.get(`${foreign}/patients/duplicates`).expect(200);
    expect(await leaks(pairs)).toEqual([]);
  });

  test('28 à 30 · l’accès exceptionnel ouvre une fiche à une personne, pour lire ; ni aux autres, ni pour écrire', async () => {
    const { world, path, base, foreign, neighbour, secretPatient, upload, expectRefused } = stage();
    const hidden = await path.answered({ patient: secretPatient(), question: `Un ${QUESTION} ?` });
    const report = await path.reportOf(hidden);
    await world.sql('update report set visible_at = signed_at where request_id = $1', [hidden]);
    const patientId = (await path.file(hidden)).patient.id;
    await world.sql(`delete from consent where patient_id = $1`, [patientId]);
    await world.sql(
      `update request set state = 'closed', next_action = 'none', closed_at = now(), owner_kind = null, owner_id = null where id = $1`,
      [hidden],
    );
    const reader = await world.as(world.cardio.caseManager);
    const stranger = path.as('stranger');
    const order = { patientId, reasonCode: 'urgence', text: 'Appel du régulateur, patient inconscient.' };
    const name = (await path.as('gp').get(`${base}/patients/${patientId}`).expect(200)).body.identity;
    const wanted = { birthDate: name.birthDate, birthName: name.birthName, givenName: name.givenNames };
    const request = `${base}/requests/${hidden}`;
    await expectRefused([
      ['before it', () => reader.get(request)],
      ['page before it', () => reader.get(`${base}/patients/${patientId}`)],
      ['search by a requester', () => stranger.post(`${base}/exceptional/search`, wanted)],
      ['opened by a requester', () => stranger.post(`${base}/exceptional`, order)],
      ['opened by a secretary', () => path.as('secondSecretary').post(`${base}/exceptional`, order)],
      ['opened from next door', () => neighbour.specialist.post(`${foreign}/exceptional`, order)],
      ['opened next door by our address', () => neighbour.specialist.post(`${base}/exceptional`, order)],
    ]);
    for (const text of ['urgent', ' '.repeat(20)])
      await reader.post(`${base}/exceptional`, { ...order, text }).expect(400);
    expect((await reader.post(`${base}/exceptional/search`, wanted).expect(200)).body).toMatchObject([
      { id: patientId },
    ]);
    const { id } = (await reader.post(`${base}/exceptional`, order).expect(201)).body;
    const seen = (await reader.get(request).expect(200)).body;
    expect([seen.actions, seen.patient.birthName]).toEqual([[], name.birthName]);
    const version = seen.version;
    const write = await reader.post(`${base}/patients/${patientId}/consents`, {
      kind: 'consent',
      mode: 'oral',
      at: new Date().toISOString(),
    });
    expect([write.status, write.body.code]).toEqual([403, 'access.read-only']);
    await expectRefused([
      ['claim', () => reader.post(`${request}/claim`, { version })],
      ['file', () => upload(reader, world.cardio.slug, hidden, randomUUID())],
      [
        'reception',
        () => reader.post(`${base}/reports/${report}/receptions`, { version, kind: 'by_phone', toldTo: 'Dr X' }),
      ],
      ['by a colleague', () => path.as('secondSecretary').get(request)],
      ['page by a colleague', () => path.as('secondSecretary').get(`${base}/patients/${patientId}`)],
      ['ended by another', () => path.as('specialist').post(`${base}/exceptional/${id}/end`, {})],
      ['ended next door', () => neighbour.specialist.post(`${foreign}/exceptional/${id}/end`, {})],
    ]);
    await reader.post(`${base}/exceptional/${id}/end`, {}).expect(204);
    await expectRefused([['after its end', () => reader.get(request)]]);
  });
}
