import { randomUUID } from 'node:crypto';
import { somebody } from '../support/answers.ts';
import { dayInParis, inDays, type WholePath } from '../support/whole-path.ts';
import type { World } from '../support/world.ts';
import type { Target } from './targets.ts';

/** They take no body: the matrix and the journeys of their own hold them. */
export const TRUST_WITHOUT_BODY = [
  'DELETE /api/e/{ess}/people/invitations/{id}',
  'POST /api/e/{ess}/audit/verify',
  'POST /api/e/{ess}/exceptional/{id}/end',
  'POST /api/e/{ess}/patients/{id}/circle/{memberId}/end',
  'POST /api/e/{ess}/people/invitations/{id}/resend',
  'POST /api/e/{ess}/people/memberships/{id}/end',
  'POST /api/e/{ess}/people/{id}/disable',
  'POST /api/e/{ess}/people/{id}/enable',
  'POST /api/e/{ess}/people/{id}/reset-factors',
  'POST /api/platform/people/{id}/disable',
  'POST /api/platform/people/{id}/enable',
  'POST /api/platform/people/{id}/reset-factors',
];

/** Doors that open to a secret alone: none of these bodies holds one. */
export const SECRET_DOORS: Readonly<Record<string, object>> = {
  'POST /api/link/invitation': { token: 'cardio-essai.invitation.x.y', password: 'une phrase de neuf moutons' },
  'POST /api/link/open': { token: 'cardio-essai.invitation.x.y' },
  'POST /api/link/password': { token: 'cardio-essai.password.x.y', password: 'une phrase de neuf moutons' },
  'POST /api/psc/exercice': { index: 0 },
  'POST /api/psc/finish': { code: 'x', state: 'y' },
};

/** The case manager administers the team, the platform and the trail as well: one person for every gate of trust. */
async function giveEveryRight(world: World): Promise<void> {
  const { cardio } = world;
  for (const role of ['ess_admin', 'dpo'])
    await world.sql(
      `insert into membership (tenant_id, id, professional_id, role, starts_on) values ($1, $2, $3, $4, '2020-01-01')`,
      [cardio.id, randomUUID(), cardio.caseManager.id, role],
    );
  await world.sql('update account set platform_admin = true where professional_id = $1', [cardio.caseManager.id]);
  // The second factor stays fresh for as long as the fuzz lasts.
  await world.sql(`update session set factor_at = now() + interval '1 hour'`);
}

/** Every write route about people, patients and the trail that takes a body, and a body that has the right shape. */
export async function trustTargets(world: World, path: WholePath): Promise<Target[]> {
  await giveEveryRight(world);
  const { cardio } = world;
  const who = 'caseManager' as const;
  const patientOf = async () => (await path.file(await path.proposed())).patient.id;
  const [id, other] = [await patientOf(), await patientOf()];
  const membershipOf = async (professionalId: string) => {
    const [row] = await world.sql<{ id: string }>('select id from membership where professional_id = $1', [
      professionalId,
    ]);
    return row!.id;
  };
  const version = async () => {
    const [row] = await world.sql<{ version: number }>('select version from patient where id = $1', [id]);
    return row!.version;
  };
  const person = () => ({
    ...{ civility: 'Dr', familyName: 'Essai', givenName: 'Camille' },
    email: `${randomUUID()}@exemple.example`,
  });
  const team = '/api/e/{ess}';
  const { birthName, givenNames } = somebody();
  const traits = async () => ({
    ...{ version: await version(), birthName, usedName: '', givenNames, sex: 'F', birthDate: '1950-01-02' },
    ...{ birthPlaceInsee: '', phone: '', insMatricule: '', insOid: '' },
  });
  const about = (step: string, good: Target['good'], method = 'POST'): Target => ({
    ...{ route: `${method} ${team}/patients/{id}/${step}`, who, id, good },
  });
  return [
    about('traits', traits, 'PUT'),
    about('document', async () => ({ version: await version(), kind: 'passeport' })),
    about('consents', () => ({ kind: 'consent', mode: 'oral', at: inDays(-1) })),
    about('circle', () => ({ kind: 'relative', name: 'Claire', link: 'fille', mayTalk: true })),
    about('invite', () => ({ email: `${randomUUID()}@exemple.example` })),
    { ...about('merge', async () => ({ version: await version(), otherId: randomUUID() })), mayRefuse: true },
    { ...about('unmerge', () => ({ otherId: other })), mayRefuse: true },
    { route: `POST ${team}/patients/duplicates/distinct`, who, good: () => ({ a: id, b: other }) },
    {
      route: `POST ${team}/exceptional/search`,
      who,
      good: () => ({ birthDate: '1950-01-02', birthName, givenName: givenNames }),
    },
    {
      route: `POST ${team}/exceptional`,
      ...{ who, mayRefuse: true },
      good: () => ({ patientId: id, reasonCode: 'urgence', text: 'Malaise au téléphone' }),
    },
    { route: `POST ${team}/audit/patients`, who, good: () => ({ reference: 'ABCD2345' }), mayRefuse: true },
    {
      route: `POST ${team}/audit/reviews`,
      ...{ who, mayRefuse: true },
      good: () => ({ auditId: randomUUID(), verdict: 'legitimate', note: 'Vu avec lui' }),
    },
    { route: `POST ${team}/people/search`, who, good: () => ({ q: 'Marchais' }) },
    {
      route: `POST ${team}/people/invitations`,
      who,
      good: () => ({ ...person(), profession: 'secretary', role: 'secretary', startsOn: dayInParis(0) }),
    },
    {
      route: `PUT ${team}/people/memberships/{id}`,
      ...{ who, id: await membershipOf(cardio.stranger.id) },
      good: () => ({ startsOn: '2020-01-01', requesterRole: 'ide_ehpad' }),
    },
    {
      route: `POST ${team}/people/{id}/memberships`,
      ...{ who, id: cardio.stranger.id },
      good: () => ({ role: 'secretary', startsOn: dayInParis(0) }),
    },
    {
      route: `POST ${team}/people/{id}/departure`,
      ...{ who, id: cardio.colleague.id, mayRefuse: true },
      good: () => ({ handTo: cardio.gp.id }),
    },
    { route: `PUT ${team}/settings`, who, good: () => ({ sharingDefault: 'consent', accessListNames: false }) },
    {
      route: 'POST /api/platform/ess',
      who,
      good: () => ({
        ...{ slug: `essai-${randomUUID().slice(0, 8)}`, name: 'ESS Essai', specialty: 'nephrologie' },
        ...{ region: 'Bretagne', phone: '0261910012', administrator: person() },
      }),
    },
    { route: 'POST /api/platform/ess/{slug}/administrators', who, id: cardio.slug, good: person },
    { route: 'POST /api/platform/people/search', who, good: () => ({ email: cardio.stranger.email }) },
  ];
}
