import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { permissionsOf } from '#contracts';
import type { MemberRole } from '#contracts/enums';
import { Directory, DirectorySetup, type Member } from '#directory';
import { AccessList, Patients } from '#patients';
import { Audit, Clock, Database, Keyring, sealJson } from '#platform';
import { somebody } from '../../../test/journeys/support/answers.ts';
import { openServices, type Services } from '../../../test/journeys/support/services.ts';
import type { Team } from '../../../test/journeys/support/territory.ts';
import { AuditTrail } from './audit-trail.service.ts';
import { ReviewFile } from './review-file.service.ts';
import { Reviews } from './reviews.service.ts';

const MONDAY = new Date('2026-11-23T09:00:00Z');
const DAY = 24 * 60;

describe('oversight of accesses', () => {
  let services: Services;
  let dpo: Member;
  let otherDpo: Member;
  beforeAll(async () => {
    services = await openServices({ now: MONDAY });
    dpo = await memberOf(services.cardio, await join(services.cardio, 'Mael', 'Kerbrat', 'dpo'), ['dpo']);
    otherDpo = await memberOf(services.nephro, await join(services.nephro, 'Lise', 'Oger', 'dpo'), ['dpo']);
  });
  afterAll(() => services.stop());
  beforeEach(() => services.clock.travelTo(MONDAY));

  const trail = () => new AuditTrail(services.get(Database), services.get(Audit));
  const reviews = () =>
    new Reviews(
      services.get(Database),
      services.get(Clock),
      services.get(Audit),
      services.get(Patients),
      new ReviewFile(services.get(Keyring)),
    );

  async function join(team: Team, given: string, family: string, role: MemberRole, phone = '0639981000') {
    const setup = services.get(DirectorySetup);
    const id = await setup.createProfessional({
      ...{ civility: '', familyName: family, givenName: given, profession: role, rpps: null, phone, email: null },
    });
    const requester = role === 'requester' ? { requesterRole: 'generaliste' as const } : { requesterRole: null };
    const organisationId = role === 'requester' ? team.practiceId : null;
    await setup.addMembership(team.id, {
      ...{ professionalId: id, role, organisationId, startsOn: '2020-01-01' },
      ...requester,
    });
    return id;
  }
  const memberOf = async (team: Team, id: string, roles: MemberRole[]): Promise<Member> => ({
    ess: await services.get(Directory).ess(team.slug),
    ctx: { tenantId: team.id, userId: id },
    professionalId: id,
    displayName: 'x',
    ...{ roles, requesterRole: null, organisations: [], delegateOf: null },
    permissions: permissionsOf(roles),
  });
  /** A patient of the team, known by one request of its GP. */
  async function patient(team: Team, change: object = {}, place: object = {}) {
    const asked = { ...somebody(), phone: '06 39 98 00 01' };
    const { place: home } = (await import('#forms')).exampleAnswers();
    const sent = await services.send(team, { patient: { ...asked, ...change }, place: { ...home, ...place } });
    const [row] = await services.sql<{ id: string }>('select patient_id as id from request where id = $1', [sent.id]);
    return {
      id: row!.id,
      requestId: sent.id,
      reference: sent.reference,
      ...asked,
      ...change,
    };
  }
  /** A line of the trail as a service writes it, at the hour of the clock. */
  const looks = (
    team: Team,
    actorId: string,
    resourceId: string,
    action: 'request.read' | 'patient.read',
    reason = 'desk',
  ) =>
    services.get(Database).tx({ tenantId: team.id, userId: actorId }, (tx) =>
      services.get(Audit).line(tx, {
        ...{
          action,
          resource: action === 'patient.read' ? ('patient' as const) : ('request' as const),
          resourceId,
          reason,
        },
      }),
    );
  const later = (minutes: number) => services.clock.travelTo(new Date(MONDAY.getTime() + minutes * 60_000));
  const kinds = async (patientId: string, member = dpo) =>
    (await reviews().list(member)).items
      .filter((item) => item.patient.id === patientId)
      .map(({ person, links, times }) => [person.id, links.map(({ kind }) => kind).join(), times]);

  describe('« Accès à revoir »', () => {
    test('the same birth name or used name as the patient; a day is one line, the accesses of others are none', async () => {
      const { cardio } = services;
      const twin = await join(cardio, 'Rose', 'Éon-Quéré', 'secretary');
      const born = await patient(cardio, { birthName: 'EON QUERE' });
      const married = await patient(cardio, { usedName: 'Éon-Quéré' });
      for (const { requestId } of [born, married]) {
        await looks(cardio, twin, requestId, 'request.read');
        await looks(cardio, twin, requestId, 'request.read');
        await looks(cardio, cardio.secretary.id, requestId, 'request.read');
      }
      expect(await kinds(born.id)).toEqual([[twin, 'same-name', 2]]);
      expect(await kinds(married.id)).toEqual([[twin, 'same-name', 2]]);
    });

    test('the telephone of the patient, or of the person to call', async () => {
      const { cardio } = services;
      const neighbour = await join(cardio, 'Yves', 'Cadoret', 'secretary', '0639987654');
      const own = await patient(cardio, { phone: '06 39 98 76 54' });
      const contact = await patient(cardio, { contactName: 'Y. C.', contactPhone: '06 39 98 76 54' });
      for (const { id } of [own, contact]) await looks(cardio, neighbour, id, 'patient.read');
      expect([await kinds(own.id), await kinds(contact.id)]).toEqual([
        [[neighbour, 'phone', 1]],
        [[neighbour, 'phone', 1]],
      ]);
    });

    test('the address of the actor’s practice, in its commune; a resident of an EHPAD is left aside', async () => {
      const { cardio } = services;
      await services.sql(`update organisation set address = '3, rue de l’Écluse' where id = $1`, [cardio.practiceId]);
      const above = await patient(cardio, {}, { address: '3 rue de l’Ecluse' });
      const resident = await patient(cardio, {}, { address: '3 rue de l’Ecluse', kind: 'ehpad' });
      for (const { id } of [above, resident]) await looks(cardio, cardio.colleague.id, id, 'patient.read');
      expect(await kinds(above.id)).toEqual([[cardio.colleague.id, 'address', 1]]);
      expect(await kinds(resident.id)).toEqual([]);
    });

    test('a patient who bears the names of a colleague: an homonym perhaps', async () => {
      const { cardio } = services;
      await join(cardio, 'Armelle', 'Tanguy', 'secretary');
      const colleague = await patient(cardio, { birthName: 'Tanguy', givenNames: 'Armelle Anne' });
      await looks(cardio, cardio.secretary.id, colleague.id, 'patient.read');
      await looks(cardio, cardio.gp.id, colleague.id, 'patient.read', 'author');
      expect(await kinds(colleague.id)).toEqual([[cardio.secretary.id, 'employer', 1]]);
    });

    test('every exceptional access, with what was written; late after seven days; nothing older than ninety', async () => {
      const { cardio } = services;
      const known = await patient(cardio);
      const id = await exceptional(cardio, known.id, 'Malaise, famille injoignable');
      const mine = async () => (await reviews().list(dpo)).items.find((item) => item.id === id);
      expect(await mine()).toMatchObject({
        ...{ kind: 'exceptional', late: false, review: null, text: 'Malaise, famille injoignable', times: 1 },
        person: { id: cardio.specialist.id, role: 'Spécialiste' },
      });
      later(7 * DAY + 1);
      expect(await mine()).toMatchObject({ late: true });
      later(91 * DAY);
      expect(await mine()).toBeUndefined();
    });

    test('a verdict is given once, its note is sealed under the patient’s key; a later look of that day is to review again', async () => {
      const { cardio } = services;
      const twin = await join(cardio, 'Rose', 'Bodiguel', 'secretary');
      const known = await patient(cardio, { birthName: 'Bodiguel' });
      await looks(cardio, twin, known.requestId, 'request.read');
      const [first] = (await reviews().list(dpo)).items.filter((item) => item.patient.id === known.id);
      const dto = { auditId: first!.id, verdict: 'legitimate' as const, note: 'Elle a pris l’appel ce jour-là.' };
      later(5);
      const both = await Promise.allSettled([reviews().review(dpo, dto), reviews().review(dpo, dto)]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(reviews().review(dpo, dto)).rejects.toMatchObject({ code: 'review.already-done' });
      const [row] = await services.sql<{ sealed: Buffer }>('select sealed from access_review where audit_id = $1', [
        first!.id,
      ]);
      expect(row!.sealed.toString('latin1')).not.toContain('appel');
      later(10);
      await looks(cardio, twin, known.requestId, 'request.read');
      const items = (await reviews().list(dpo)).items.filter((item) => item.patient.id === known.id);
      expect(items.map(({ review, times }) => [review?.verdict ?? null, review?.note ?? null, times])).toEqual([
        [null, null, 1],
        ['legitimate', dto.note, 1],
      ]);
    });

    test('nobody reviews his own access, nor one of another team, nor one that is none', async () => {
      const { cardio } = services;
      const known = await patient(cardio);
      const exceptionalId = await exceptional(cardio, known.id, 'Appel du SAMU, douleur');
      const dto = { exceptionalId, verdict: 'abuse' as const, note: 'à expliquer' };
      const self = await memberOf(cardio, cardio.specialist.id, ['medical_lead']);
      await expect(reviews().review(self, dto)).rejects.toMatchObject({ code: 'access.forbidden' });
      await expect(reviews().review(otherDpo, dto)).rejects.toMatchObject({ code: 'not-found' });
      await expect(reviews().review(dpo, { ...dto, exceptionalId: randomUUID() })).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(reviews().review(dpo, { ...dto, auditId: randomUUID() })).rejects.toMatchObject({
        code: 'input.invalid',
      });
      expect((await reviews().list(otherDpo)).items).toEqual([]);
    });
  });

  async function exceptional(team: Team, patientId: string, text: string): Promise<string> {
    const id = randomUUID();
    const actor = team.specialist.id;
    const at = services.clock.now();
    await services.get(Database).tx({ tenantId: team.id, userId: actor }, async (tx) => {
      const { key } = await services.get(Patients).open(tx, patientId);
      await tx.manager.query(
        `insert into exceptional_access (tenant_id, id, patient_id, professional_id, reason_code, sealed, opened_at, expires_at)
         values ($1, $2, $3, $4, 'emergency', $5, $6, $6::timestamptz + interval '60 minutes')`,
        [
          team.id,
          id,
          patientId,
          actor,
          sealJson(key, { table: 'exceptional_access', column: 'sealed', row: id }, { text }),
          at,
        ],
      );
    });
    await looks(team, actor, patientId, 'patient.read', 'exceptional');
    return id;
  }

  describe('the trail', () => {
    test('is filtered by day, person, patient, family and action; each look at it is a line of it', async () => {
      const { cardio } = services;
      const known = await patient(cardio);
      later(3 * DAY);
      const reader = await join(cardio, 'Jean', 'Lecteur', 'secretary');
      await looks(cardio, reader, known.requestId, 'request.read');
      later(3 * DAY + 1);
      await looks(cardio, reader, known.id, 'patient.read');
      const lines = async (query: object) => (await trail().page(dpo, query)).lines;
      expect((await lines({ actor: reader })).map(({ action }) => action)).toEqual(['patient.read', 'request.read']);
      const [line] = await lines({ actor: reader, action: 'request.read' });
      expect(line).toMatchObject({
        ...{ actionLabel: 'Demande lue', reasonLabel: 'guichet, demande ouverte', reference: known.reference },
        actor: { id: reader, name: 'Jean Lecteur', role: 'Secrétaire' },
        patient: { id: known.id, birthDate: known.birthDate },
      });
      expect(await lines({ actor: reader, to: '2026-11-25' })).toEqual([]);
      expect(await lines({ actor: reader, from: '2026-11-26', to: '2026-11-26' })).toHaveLength(2);
      const about = (await lines({ patient: known.id })).map(({ action }) => action);
      expect(about.slice(0, 2)).toEqual(['patient.read', 'request.read']);
      // Of one instant: no order between them.
      expect(about.slice(2).sort()).toEqual(['consent.recorded', 'request.sent']);
      expect((await lines({ patient: known.id, family: 'demande' })).map(({ action }) => action)).toEqual([
        'request.sent',
      ]);
      const looked = await lines({ actor: dpo.professionalId, action: 'audit.read', patient: known.id });
      expect(looked.length).toBeGreaterThanOrEqual(2);
      await expect(trail().page(dpo, { action: 'made.up' })).rejects.toMatchObject({ code: 'input.invalid' });
    });

    test('goes fifty by fifty, each line once, though lines are written meanwhile', async () => {
      const { cardio } = services;
      const reader = await join(cardio, 'Paul', 'Cent', 'secretary');
      const known = await patient(cardio);
      for (let count = 0; count < 120; count++) await looks(cardio, reader, known.id, 'patient.read');
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await trail().page(dpo, { actor: reader, ...(after ? { after } : {}) });
        expect(page.lines.length).toBeLessThanOrEqual(50);
        seen.push(...page.lines.map(({ id }) => id));
        after = page.next ?? undefined;
      } while (after);
      expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
    });

    test('finds a patient exactly, by a reference or by his traits, in one’s own team only', async () => {
      const { cardio } = services;
      const known = await patient(cardio, { birthName: 'Guéguen', givenNames: 'Anne Marie', birthDate: '1931-05-06' });
      const typed = `${known.reference.slice(0, 4).toLowerCase()} ${known.reference.slice(4)}`;
      const traits = { birthDate: '1931-05-06', birthName: 'GUEGUEN', givenName: 'anne' };
      const found = async (member: Member, asked: object) =>
        (await trail().findPatient(member, asked)).map(({ id }) => id);
      expect(await found(dpo, { reference: typed })).toEqual([known.id]);
      expect(await found(dpo, traits)).toEqual([known.id]);
      expect(await found(dpo, { ...traits, birthName: 'Gueg' })).toEqual([]);
      expect(await found(otherDpo, { reference: typed })).toEqual([]);
      expect(await found(otherDpo, traits)).toEqual([]);
      await expect(trail().findPatient(dpo, { birthDate: '1931-05-06' })).rejects.toMatchObject({
        code: 'input.invalid',
      });
      await expect(trail().page(otherDpo, { patient: known.id })).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  test('the patient’s list is exactly his story: merged rows, files and requests, repeats merged, nothing of another', async () => {
    const { cardio } = services;
    const mine = await patient(cardio);
    const other = await patient(cardio);
    const doubled = await patient(cardio);
    await services.sql('update patient set merged_into = $1 where id = $2', [mine.id, doubled.id]);
    later(60);
    await looks(cardio, cardio.secretary.id, mine.requestId, 'request.read');
    later(90);
    await looks(cardio, cardio.secretary.id, doubled.requestId, 'request.read');
    await looks(cardio, cardio.secretary.id, other.requestId, 'request.read');
    later(DAY);
    await looks(cardio, cardio.specialist.id, mine.id, 'patient.read', 'exceptional');
    later(2 * DAY);
    const secretary = await services.member(cardio, cardio.secretary);
    const list = async () => (await services.get(AccessList).forMember(secretary, mine.id)).lines;
    const story = [
      ['Spécialiste', 'Cardio Essai', 1, ['A ouvert votre fiche'], null],
      ['Secrétaire', 'Cardio Essai', 2, ['A lu votre demande'], null],
      [
        'Médecin traitant',
        `Cabinet ${cardio.slug}`,
        4,
        ['A envoyé une demande pour vous', 'A noté votre accord ou votre refus'],
        null,
      ],
    ];
    const told = (await list()).map((line) => {
      const { role, structure, times, acts, name } = line;
      return [role, structure, times, [...acts].sort(), name];
    });
    expect(told).toEqual(story);
    const [again] = await list();
    expect(again).toMatchObject({ acts: ['A lu cette liste'], role: 'Secrétaire' });
    await services.sql('update ess set access_list_names = true where id = $1', [cardio.id]);
    expect((await list()).map(({ name }) => name)).toContain('Dr Anne Kerviel');
    await services.sql('update ess set access_list_names = false where id = $1', [cardio.id]);
    const neighbour = await services.member(services.nephro, services.nephro.secretary);
    await expect(services.get(AccessList).forMember(neighbour, mine.id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
