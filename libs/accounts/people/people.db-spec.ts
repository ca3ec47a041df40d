import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Roster, type Member } from '#directory';
import { SendRequest } from '#intake';
import { Database } from '#platform';
import { answersOf, somebody } from '../../../test/journeys/support/answers.ts';
import { startMailCatcher, type MailCatcher } from '../../../test/journeys/support/mail-catcher.ts';
import { openServices, type Services } from '../../../test/journeys/support/services.ts';
import type { Person } from '../../../test/journeys/support/territory.ts';
import { Sessions } from '../sessions.service.ts';
import { SignIn } from '../sign-in.service.ts';
import { Departures } from './departures.service.ts';
import { Invitations } from './invitations.service.ts';
import { MessageLinks } from './message-links.service.ts';
import type { InvitePersonDto } from './people.dto.ts';
import { People } from './people.service.ts';
import { Roles } from './roles.service.ts';
import { Standing } from './standing.service.ts';

const VISIT = { address: '192.0.2.10', agent: 'essai' };
const SECRET = 'sept chevaux boivent la brume';

// Passwords are slow by design.
describe('the people of an ESS', () => {
  let services: Services;
  let mails: MailCatcher;
  let admin: Member;
  beforeAll(async () => {
    mails = await startMailCatcher();
    services = await openServices({ smtpUrl: mails.url });
    admin = await services.member(services.cardio, services.cardio.essAdmin);
  });
  afterAll(async () => {
    await services.stop();
    await mails.stop();
  });

  let count = 0;
  const newcomer = (more: Partial<InvitePersonDto> = {}): InvitePersonDto => {
    count += 1;
    return {
      civility: 'Mme',
      familyName: `Nouvelle${String.fromCharCode(64 + count)}`,
      givenName: 'Armelle',
      profession: 'Secrétaire',
      email: `armelle.${count}@arrivee.example`,
      role: 'secretary',
      startsOn: '2026-11-23',
      ...more,
    };
  };
  const linkTo = async (email: string): Promise<string> => {
    await services.deliver();
    const mail = mails.messages.findLast((message) => message.includes(`To: ${email}`)) ?? '';
    const text = mail.replaceAll('=\r\n', '').replaceAll('=3D', '=');
    return /\/lien#(\S+)/.exec(text)?.[1] ?? '';
  };
  const invited = async (more: Partial<InvitePersonDto> = {}) => {
    const dto = newcomer(more);
    const { id, professionalId } = await services.get(Invitations).invite(admin, dto);
    return { id, professionalId, dto, token: await linkTo(dto.email) };
  };
  const accept = (token: string, password = SECRET) => services.get(MessageLinks).accept(token, password, VISIT);
  const dead = { code: 'link.dead' };
  const asMember = (person: Person) => services.member(services.cardio, person);

  test('an invitation is mailed without a name, opens once, and leads to the second factor', async () => {
    const { dto, token, professionalId } = await invited();
    const mail = mails.messages.findLast((message) => message.includes(dto.email)) ?? '';
    expect(mail).not.toContain(dto.familyName);
    const links = services.get(MessageLinks);
    const seen = {
      purpose: 'invitation',
      essName: 'Cardio Essai',
      email: dto.email,
      hasAccount: false,
      role: 'secretary',
    };
    expect(await links.open(token)).toMatchObject(seen);
    expect(await links.open(token)).toMatchObject(seen);
    const started = await accept(token);
    expect(await services.get(SignIn).view(started.token)).toMatchObject({ stage: 'enrol', session: null });
    await expect(accept(token)).rejects.toMatchObject(dead);
    await expect(links.open(token)).rejects.toMatchObject(dead);
    expect(await services.get(People).one(admin, professionalId)).toMatchObject({
      state: 'active',
      roles: [{ role: 'secretary', live: true }],
    });
  });

  test('two at once: one wins, there is one account and one role', async () => {
    const { token, professionalId } = await invited();
    const both = await Promise.allSettled([accept(token), accept(token)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [rows] = await services.sql(
      `select (select count(*)::int from account where professional_id = $1) as accounts,
              (select count(*)::int from membership where professional_id = $1) as roles`,
      [professionalId],
    );
    expect(rows).toEqual({ accounts: 1, roles: 1 });
  });

  test('five invitations of a new person at once, then three anew: one person, one living link', async () => {
    const invitations = services.get(Invitations);
    const dto = newcomer({ rpps: '10000000025' });
    const sent = await Promise.all(Array.from({ length: 5 }, () => invitations.invite(admin, dto)));
    expect(new Set(sent.map(({ professionalId }) => professionalId)).size).toBe(1);
    const living = () =>
      services.sql<{ id: string }>(
        `select id from invitation where email = $1 and accepted_at is null and revoked_at is null`,
        [dto.email],
      );
    const [first, ...others] = await living();
    expect(others).toEqual([]);
    const anew = await Promise.allSettled(Array.from({ length: 3 }, () => invitations.resend(admin, first!.id)));
    expect(anew.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await living()).toHaveLength(1);
    await expect(
      services.sql(
        `insert into invitation (tenant_id, id, professional_id, email, role, starts_on, created_at, expires_at)
         select tenant_id, gen_random_uuid(), professional_id, email, role, starts_on, created_at, expires_at
           from invitation where email = $1 limit 1`,
        [dto.email],
      ),
    ).rejects.toThrow('invitation_live_professional');
  });

  test('too old, withdrawn, sent anew, of another team, turned by one sign: the same dead answer', async () => {
    const links = services.get(MessageLinks);
    const revoked = await invited();
    await services.get(Invitations).revoke(admin, revoked.id);
    const replaced = await invited();
    await services.get(Invitations).resend(admin, replaced.id);
    const again = await linkTo(replaced.dto.email);
    expect(again).not.toBe(replaced.token);
    const { token } = await invited();
    const [slug = '', purpose = '', id = '', mac = ''] = token.split('.');
    const turned = `${mac.slice(0, -1)}${mac.endsWith('A') ? 'E' : 'A'}`;
    const wrong = [
      revoked.token,
      replaced.token,
      [services.nephro.slug, purpose, id, mac].join('.'),
      ['nulle-part', purpose, id, mac].join('.'),
      [slug, 'password', id, mac].join('.'),
      [slug, purpose, id, turned].join('.'),
      [slug, purpose, randomUUID(), mac].join('.'),
      '',
      'n’importe quoi',
    ];
    for (const one of wrong) await expect(links.open(one)).rejects.toMatchObject(dead);
    for (const one of wrong) await expect(accept(one)).rejects.toMatchObject(dead);
    expect(await links.open(again)).toMatchObject({ email: replaced.dto.email });
    const old = await invited();
    services.clock.advanceMinutes(7 * 24 * 60 + 1);
    await expect(accept(old.token)).rejects.toMatchObject(dead);
  });

  test('a common password is refused and the link still serves', async () => {
    const { token } = await invited();
    await expect(accept(token, 'azertyuiop123')).rejects.toMatchObject({ code: 'password.too-common' });
    expect((await accept(token)).token).toBeTruthy();
  });

  test('nobody takes an account by inviting it: a known one proves its own password', async () => {
    const { stranger } = services.nephro;
    const dto = newcomer({ familyName: 'Perrin', email: stranger.email });
    await services.get(Invitations).invite(admin, dto);
    const token = await linkTo(stranger.email);
    expect(await services.get(MessageLinks).open(token)).toMatchObject({ hasAccount: true });
    await expect(accept(token)).rejects.toMatchObject({ code: 'session.bad-credentials' });
    const started = await accept(token, 'un mot de passe long pour les essais');
    expect(await services.get(SignIn).view(started.token)).toMatchObject({ stage: 'factor' });
    const theirs = { ...dto, familyName: 'Autrement' };
    await expect(services.get(Invitations).invite(admin, theirs)).rejects.toMatchObject({ code: 'people.invalid' });
  });

  test('who another team knows by a call is not opened on our word', async () => {
    const [rpps, id] = ['10000000017', randomUUID()];
    await services.sql(
      `insert into professional (id, family_name, given_name, profession, rpps, search_name, created_at)
       values ($1, 'Appelant', 'Jean', 'generaliste', $2, 'appelant jean', now())`,
      [id, rpps],
    );
    await services.sql(
      `insert into membership (tenant_id, id, professional_id, role, requester_role, organisation_id, starts_on)
       values ($1, $2, $3, 'requester', 'generaliste', $4, '2020-01-01')`,
      [services.nephro.id, randomUUID(), id, services.nephro.practiceId],
    );
    const dto = newcomer({ familyName: 'Appelant', rpps });
    await expect(services.get(Invitations).invite(admin, dto)).rejects.toMatchObject({
      code: 'people.invalid',
      errors: [{ field: 'email' }],
    });
  });

  test('a locum needs an end, a delegate a requester, an RPPS its key', async () => {
    const refused = async (more: Partial<InvitePersonDto>, field: string) =>
      expect(services.get(Invitations).invite(admin, newcomer(more))).rejects.toMatchObject({
        code: 'people.invalid',
        errors: expect.arrayContaining([expect.objectContaining({ field })]),
      });
    await refused({ role: 'locum' }, 'endsOn');
    await refused({ role: 'intern', endsOn: '2026-11-22' }, 'endsOn');
    await refused({ role: 'delegate' }, 'delegateOf');
    await refused({ role: 'requester', requesterRole: 'generaliste' }, 'organisationId');
    await refused({ rpps: '10000000016' }, 'rpps');
    await refused({ role: 'delegate', delegateOf: services.nephro.gp.id }, 'delegateOf');
    await refused(
      { role: 'requester', requesterRole: 'generaliste', organisationId: services.nephro.practiceId },
      'organisationId',
    );
  });

  test('disabled: sessions end at once, the same person enabled comes back; another ESS keeps its own', async () => {
    const { token: link, professionalId } = await invited();
    const { token } = await accept(link);
    const standing = services.get(Standing);
    await standing.disable(admin, professionalId);
    await expect(services.get(Sessions).principal(token)).rejects.toMatchObject({ code: 'session.required' });
    const [account] = await services.sql('select disabled_at from account where professional_id = $1', [
      professionalId,
    ]);
    expect(account?.disabled_at).not.toBeNull();
    await standing.enable(admin, professionalId);
    expect(await services.get(People).one(admin, professionalId)).toMatchObject({ state: 'active' });

    const { commuter } = services;
    await standing.disable(admin, commuter.id);
    const [shared] = await services.sql('select disabled_at from account where professional_id = $1', [commuter.id]);
    expect(shared?.disabled_at).toBeNull();
    await expect(services.get(People).one(admin, commuter.id)).resolves.toMatchObject({
      state: 'disabled',
      shared: true,
    });
    await expect(standing.resetFactors(admin, commuter.id)).rejects.toMatchObject({ code: 'people.invalid' });
  });

  test('who is disabled leaves nothing open in his name: a doctor’s turn waits for the one on call, the rest at the desk', async () => {
    const { cardio } = services;
    const gone = cardio.secondSpecialist.id;
    const holds = async (state: string, action: string, owner: [string, string], returnTo: string | null) => {
      const { id } = await services.send(cardio);
      await services.sql(
        `update request set state = $2, next_action = $3, owner_kind = $4, owner_id = $5, return_to = $6, taken_at = now()
          where id = $1`,
        [id, state, action, ...owner, returnTo],
      );
      return id;
    };
    const mine: [string, string] = ['user', gone];
    const desk: [string, string] = ['desk', cardio.id];
    const ids = [
      await holds('proposed', 'confirm_priority', mine, null),
      await holds('confirmed', 'decide', mine, null),
      await holds('to_read', 'read', mine, gone),
      await holds('emergency', 'call_back', mine, null),
      await holds('scheduled', 'hold_appointment', mine, gone),
      await holds('decided', 'await_exam', desk, gone),
      await holds('confirmed', 'decide', ['user', cardio.specialist.id], null),
    ];
    const rows = (columns: string) =>
      services.sql(`select ${columns} from request where id = any($1::uuid[]) order by array_position($1, id)`, [ids]);
    const kept = 'state, next_action, due_at, react_by, planned_from';
    const before = await rows(kept);
    await services.get(Standing).disable(admin, gone);
    expect(await rows(kept)).toEqual(before);
    const waits = (owner: string | null) => ({ owner_id: owner, return_to: null, is_taken: false });
    expect(await rows('owner_id, return_to, taken_at is not null as is_taken')).toEqual([
      waits(cardio.id),
      waits(cardio.specialist.id),
      waits(cardio.specialist.id),
      waits(cardio.specialist.id),
      waits(cardio.id),
      { ...waits(cardio.id), is_taken: true },
      { ...waits(cardio.specialist.id), is_taken: true },
    ]);
    const [told] = await services.sql(
      `select (select count(*)::int from event where request_id = any($1::uuid[]) and data ->> 'move' = 'hand_back') as steps,
              (select count(*)::int from audit where resource_id = any($1::uuid[]) and reason = 'accès fermé') as lines`,
      [ids],
    );
    expect(told).toEqual({ steps: 6, lines: 6 });
    await services.get(Standing).enable(admin, gone);
  });

  test('who loses his last role at the desk leaves what he had taken', async () => {
    const { cardio } = services;
    const { token, professionalId } = await invited();
    await accept(token);
    const role = {
      role: 'requester' as const,
      requesterRole: 'generaliste' as const,
      organisationId: cardio.practiceId,
    };
    await services.get(Roles).add(admin, professionalId, { ...role, startsOn: '2026-11-23' });
    const { id } = await services.send(cardio);
    await services.sql(`update request set owner_kind = 'user', owner_id = $2 where id = $1`, [id, professionalId]);
    const { roles } = await services.get(People).one(admin, professionalId);
    const desk = roles.find((one) => one.role === 'secretary');
    await services.get(Roles).end(admin, desk?.id ?? '');
    expect(await services.sql('select owner_kind, owner_id from request where id = $1', [id])).toEqual([
      { owner_kind: 'desk', owner_id: cardio.id },
    ]);
  });

  test('who leaves hands over everything open, keeping action and due time; nobody of another team takes it', async () => {
    const { cardio } = services;
    const sent = [await services.send(cardio), await services.send(cardio)];
    const ids = sent.map(({ id }) => id);
    await services.sql(`update request set owner_kind = 'user', owner_id = $2 where id = any($1::uuid[])`, [
      ids,
      cardio.secondSpecialist.id,
    ]);
    const before = await services.sql(
      'select id, next_action, due_at, version from request where id = any($1::uuid[]) order by id',
      [ids],
    );
    const departures = services.get(Departures);
    const leaver = cardio.secondSpecialist.id;
    for (const taker of [null, cardio.secretary.id, cardio.gp.id, services.nephro.specialist.id, leaver])
      await expect(departures.depart(admin, leaver, taker)).rejects.toMatchObject({});
    const said = await departures.depart(admin, leaver, cardio.specialist.id);
    expect(said).toMatchObject({ requestsHanded: 2, handedTo: cardio.specialist.name, accountDisabled: true });
    const after = await services.sql(
      'select id, next_action, due_at, version - 1 as version, owner_id from request where id = any($1::uuid[]) order by id',
      [ids],
    );
    expect(after).toEqual(before.map((row) => ({ ...row, owner_id: cardio.specialist.id })));
    const orphans = await services.sql(
      `select 1 from request where (owner_id = $1 or return_to = $1) and state not in ('closed', 'cancelled', 'declined', 'redirected', 'merged')`,
      [leaver],
    );
    expect(orphans).toEqual([]);
    const told = await services.sql(
      `select (select count(*)::int from event where request_id = any($1::uuid[]) and data ->> 'move' = 'depart') as steps,
              (select count(*)::int from audit where resource_id = any($1::uuid[]) and reason = 'départ') as lines`,
      [ids],
    );
    expect(told).toEqual([{ steps: 2, lines: 2 }]);
    await expect(departures.depart(admin, leaver, null)).rejects.toMatchObject({ code: 'people.invalid' });
  });

  test('who has left is on call no more, nor chosen for anything', async () => {
    const { cardio } = services;
    const onCall = () =>
      services.get(Database).tx({ tenantId: cardio.id, userId: null }, (tx) => services.get(Roster).onCall(tx));
    expect(await onCall()).toMatchObject({ id: cardio.specialist.id });
    const until = (day: string | null) =>
      services.sql('update membership set ends_on = $3 where tenant_id = $1 and professional_id = $2', [
        ...[cardio.id, cardio.specialist.id, day],
      ]);
    await until('2026-01-31');
    expect(await onCall()).toBeNull();
    await until(null);
    const medical = await asMember(cardio.medicalLead);
    const said = await services.get(Departures).depart(admin, cardio.specialist.id, medical.professionalId);
    expect(said.onCall.length).toBeGreaterThan(0);
    expect(await onCall()).toBeNull();
  });

  test('the last administrator neither leaves nor loses the role; two who put each other out leave one', async () => {
    const { professionalId, token } = await invited({ role: 'ess_admin', profession: 'Administration' });
    await accept(token);
    const second: Member = { ...admin, professionalId, ctx: { tenantId: admin.ess.id, userId: professionalId } };
    const standing = services.get(Standing);
    const both = await Promise.allSettled([
      standing.disable(admin, professionalId),
      standing.disable(second, admin.professionalId),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = both[0].status === 'fulfilled' ? admin : second;
    const own = await services.get(People).one(winner, winner.professionalId);
    const change = { startsOn: '2020-01-01', endsOn: '2027-12-31' };
    await expect(services.get(Roles).change(winner, own.roles[0]!.id, change)).rejects.toMatchObject({
      code: 'people.invalid',
    });
    const other = winner === admin ? professionalId : admin.professionalId;
    await standing.enable(winner, other);
    await services.get(Departures).depart(winner, other, null);
    expect(await services.get(People).one(winner, other)).toMatchObject({ state: 'left' });
    admin = winner;
  });

  test('what a delegate sends has the requester as author, and says who sent it', async () => {
    const { cardio } = services;
    const delegate = await asMember(cardio.delegate);
    expect(delegate.delegateOf).toBe(cardio.gp.id);
    const dto = { answers: answersOf(cardio, { patient: somebody() }) };
    const sent = await services.get(SendRequest).send(delegate, randomUUID(), dto);
    const [row] = await services.sql('select author_id, taken_by, channel from request where id = $1', [sent.id]);
    expect(row).toEqual({ author_id: cardio.gp.id, taken_by: cardio.delegate.id, channel: 'form' });
  });
});
