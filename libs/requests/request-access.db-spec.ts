import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DomainError } from '#contracts';
import type { Member } from '#directory';
import { ACCESS_REASON, type AccessReason, type AccessReasonKind, Patients } from '#patients';
import { Database } from '#platform';
import { RequestAccess, Requests } from '#requests';
import { Triage } from '#triage';
import { somebody } from '../../test/journeys/support/answers.ts';
import { openServices, type Services } from '../../test/journeys/support/services.ts';

type Who =
  | 'author'
  | 'colleague'
  | 'treatingDoctor'
  | 'tookPart'
  | 'desk'
  | 'specialist'
  | 'coordinator'
  | 'inCircle'
  | 'onceInCircle'
  | 'stranger'
  | 'nurse'
  | 'exceptional'
  | 'onceExceptional'
  | 'nextDoor';
type Reasons = Partial<Record<Who, AccessReasonKind>>;

/** Those who keep their reason whatever the patient says, and whatever is open. */
const ALWAYS: Reasons = {
  author: 'author',
  colleague: 'organisation',
  treatingDoctor: 'treating_doctor',
  tookPart: 'assigned',
  exceptional: 'exceptional',
};
const team = (reason: AccessReasonKind): Reasons => ({
  ...{ desk: reason, specialist: reason, coordinator: reason, exceptional: reason, onceExceptional: reason },
});
const CIRCLE: Reasons = { inCircle: 'care_circle' };

interface Situation {
  open: boolean;
  said: 'consent' | 'opposition' | 'withdrawal' | null;
  sharing?: 'team';
}

/** French standards: exchange, care team, consent, exception (CSP L.1110-4, L.1110-12). */
const TABLE: [what: string, situation: Situation, reasons: Reasons][] = [
  ['open, nothing said', { open: true, said: null }, { ...ALWAYS, ...team('desk'), ...CIRCLE }],
  ['open, in spite of an opposition', { open: true, said: 'opposition' }, { ...ALWAYS, ...team('desk') }],
  ['closed, nothing said', { open: false, said: null }, { ...ALWAYS, ...CIRCLE }],
  ['closed, with consent', { open: false, said: 'consent' }, { ...ALWAYS, ...team('consent'), ...CIRCLE }],
  ['closed, consent taken back', { open: false, said: 'withdrawal' }, { ...ALWAYS, ...CIRCLE }],
  ['closed, opposed', { open: false, said: 'opposition' }, ALWAYS],
  [
    'closed, in a team that shares by default',
    { open: false, said: null, sharing: 'team' },
    { ...ALWAYS, ...team('desk'), ...CIRCLE },
  ],
  ['closed, opposed, in such a team', { open: false, said: 'opposition', sharing: 'team' }, ALWAYS],
];

describe('who opens what, and why', () => {
  let services: Services;
  let people: Record<Who, Member>;
  let requestId: string;
  let patientId: string;
  const birthDate = '1938-05-06';

  beforeAll(async () => {
    services = await openServices();
    const { cardio, nephro } = services;
    const member = (person: Parameters<Services['member']>[1]) => services.member(cardio, person);
    people = {
      author: await member(cardio.gp),
      colleague: await member(cardio.colleague),
      treatingDoctor: await treatingDoctor(),
      tookPart: await member(cardio.secretary),
      desk: await member(cardio.secondSecretary),
      specialist: await member(cardio.secondSpecialist),
      coordinator: await member(cardio.coordinator),
      inCircle: await outsider('Circle'),
      onceInCircle: await outsider('Once'),
      stranger: await member(cardio.stranger),
      nurse: await member(cardio.mobileNurse),
      exceptional: await member(cardio.caseManager),
      onceExceptional: await member(cardio.medicalLead),
      nextDoor: await services.member(nephro, nephro.secretary),
    };
    const sent = await services.send(cardio, {
      patient: { ...somebody('Rouxel'), birthDate },
      treatingDoctor: {
        ...{ kind: 'named', name: 'Dr Autre', rpps: '' },
        professionalId: people.treatingDoctor.professionalId,
      },
    });
    requestId = sent.id;
    await services.deliver();
    const [row] = await services.sql<{ patient: string; version: number }>(
      'select patient_id as patient, version from request where id = $1',
      [requestId],
    );
    patientId = row!.patient;
    await services.get(Triage).chooseClass(people.tookPart, requestId, row!.version, undefined, '');
    await inCircle(people.inCircle, null);
    await inCircle(people.onceInCircle, '2026-11-22');
    await exceptional(people.exceptional, 0);
    await exceptional(people.onceExceptional, 61);
  });
  afterAll(() => services.stop());

  /** A requester of another practice, who has asked for nothing. */
  async function outsider(name: string): Promise<Member> {
    const stranger = await services.member(services.cardio, services.cardio.stranger);
    const id = randomUUID();
    await services.sql(
      `insert into professional select (jsonb_populate_record(p, jsonb_build_object('id', $2::text, 'family_name', $3::text,
         'rpps', null, 'email', null))).* from professional p where p.id = $1`,
      [stranger.professionalId, id, name],
    );
    return { ...stranger, professionalId: id, organisations: [], ctx: { ...stranger.ctx, userId: id } };
  }

  async function treatingDoctor(): Promise<Member> {
    const doctor = await outsider('Treating');
    await services.sql(
      `insert into membership (tenant_id, id, professional_id, role, requester_role, organisation_id, starts_on)
       values ($1, $2, $3, 'requester', 'medecin_traitant', $4, '2020-01-01')`,
      [doctor.ess.id, randomUUID(), doctor.professionalId, services.cardio.otherPracticeId],
    );
    return doctor;
  }

  const inCircle = (member: Member, endsOn: string | null) =>
    services.sql(
      `insert into circle_member (tenant_id, id, patient_id, kind, professional_id, sealed, starts_on, ends_on, added_at)
       values ($1, $2, $3, 'professional', $4, '', '2026-11-01', $5, now())`,
      [member.ess.id, randomUUID(), patientId, member.professionalId, endsOn],
    );

  const exceptional = (member: Member, minutesAgo: number) =>
    services.sql(
      `insert into exceptional_access (tenant_id, id, patient_id, professional_id, reason_code, sealed, opened_at, expires_at)
       values ($1, $2, $3, $4, 'urgence', '', $5::timestamptz, $5::timestamptz + interval '60 minutes')`,
      [
        ...[member.ess.id, randomUUID(), patientId, member.professionalId],
        new Date(services.clock.now().getTime() - minutesAgo * 60_000),
      ],
    );

  async function settle({ open, said, sharing }: Situation): Promise<void> {
    const { cardio } = services;
    await services.sql('update ess set sharing_default = $2 where id = $1', [cardio.id, sharing ?? 'consent']);
    await services.sql('delete from consent where patient_id = $1', [patientId]);
    if (said)
      await services.sql(
        `insert into consent (tenant_id, id, patient_id, kind, mode, at, recorded_at) values ($1, $2, $3, $4, 'oral', $5, $5)`,
        [cardio.id, randomUUID(), patientId, said, services.clock.now()],
      );
    await services.sql(open ? REOPEN : CLOSE, open ? [requestId, cardio.id] : [requestId]);
  }
  const REOPEN = `update request set state = 'confirmed', next_action = 'decide', closed_at = null, owner_kind = 'desk',
    owner_id = $2, due_at = now(), react_by = now() where id = $1`;
  const CLOSE = `update request set state = 'closed', next_action = 'none', closed_at = now(), owner_kind = null,
    owner_id = null where id = $1`;

  const asked = <T>(who: Who, ask: Parameters<typeof inTx<T>>[1]) => inTx(people[who], ask);
  function inTx<T>(
    member: Member,
    ask: (tx: Parameters<Parameters<Database['tx']>[1]>[0], member: Member) => Promise<T>,
  ) {
    return services.get(Database).tx(member.ctx, (tx) => ask(tx, member));
  }

  describe.each(TABLE)('%s', (_, situation, reasons) => {
    beforeAll(() => settle(situation));

    test('the request, the patient, the search and the page say the same', async () => {
      const said: Record<string, unknown> = {};
      const expected: Record<string, unknown> = {};
      for (const who of Object.keys(people) as Who[]) {
        const request = await asked(who, async (tx, member) => {
          try {
            const row = await services.get(Requests).find(tx, requestId);
            return await services.get(RequestAccess).reasonToRead(tx, member, row);
          } catch (error) {
            return error instanceof DomainError && error.code === 'not-found' ? null : 'broken';
          }
        });
        const access = services.get<AccessReason>(ACCESS_REASON as never);
        const patient = await asked(who, (tx, member) => access.toPatient(tx, member, patientId));
        const found = await asked(who, (tx, member) => services.get(Patients).search(tx, member, birthDate, 'roux'));
        said[who] = [request, patient, found.length];
        const reason = reasons[who] ?? null;
        expected[who] = [reason, reason, reason && reason !== 'exceptional' ? 1 : 0];
      }
      expect(said).toEqual(expected);
    });

    test('an exceptional access writes nothing, any other reason is not what refuses', async () => {
      for (const who of Object.keys(reasons) as Who[]) {
        const opening = asked(who, (tx, member) => services.get(RequestAccess).openToWrite(tx, member, requestId));
        if (reasons[who] === 'exceptional') await expect(opening).rejects.toMatchObject({ code: 'access.read-only' });
        else await expect(opening).resolves.toMatchObject({ reason: reasons[who] });
      }
    });
  });

  test('a requester’s own request opens the patient, not what another practice asked for him', async () => {
    await settle({ open: false, said: null });
    const { cardio } = services;
    const stranger = people.stranger;
    const columns = await services.sql<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'request' and is_generated = 'NEVER'`,
    );
    const values: Record<string, string> = {
      ...{
        id: 'gen_random_uuid()',
        draft_id: 'gen_random_uuid()',
        reference: `'ZZZZZZZ8'`,
        treating_doctor_id: 'null',
      },
      ...{ author_id: `'${stranger.professionalId}'`, organisation_id: `'${cardio.otherPracticeId}'` },
    };
    const names = columns.map(({ name }) => name);
    await services.sql(
      `insert into request (${names.join(', ')}) select ${names.map((name) => values[name] ?? name).join(', ')}
         from request where id = $1`,
      [requestId],
    );
    const access = services.get<AccessReason>(ACCESS_REASON as never);
    expect(await asked('stranger', (tx, member) => access.toPatient(tx, member, patientId))).toBe('author');
    await expect(
      asked('stranger', (tx, member) => services.get(RequestAccess).open(tx, member, requestId)),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
