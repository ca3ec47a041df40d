import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  Accounts,
  AccountsModule,
  Factors,
  hashPassword,
  newRecoveryCode,
  newTotpSecret,
  TotpFactors,
} from '#accounts';
import type { MemberRole, RequesterRole, Specialty, TriageMode } from '#contracts/enums';
import type { OpeningHours, PublicPage } from '#contracts/public-page';
import { DirectorySetup } from '#directory';
import { TeamSetup } from '#mobile-team';
import { readConfig, type Config } from '#platform';
import { Module } from '@nestjs/common';
import { WorkerModule } from '../../../apps/worker/worker.module.ts';
import { PASSWORD, type Person, type Team, type Territory } from './territory.ts';

/** Slow by design: once for everybody. */
const hashed = hashPassword(PASSWORD);

const ALWAYS: OpeningHours = {
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '23:59' })),
  closedDates: [],
};

const page = (name: string): PublicPage => ({
  headline: `${name}, une porte pour demander un avis`,
  lead: 'Une équipe inventée pour les essais.',
  emergencyBanner: 'Douleur dans la poitrine : appelez le 15.',
  howItWorks: [{ title: 'Vous demandez', text: 'Par formulaire ou par téléphone.' }],
  commitments: [{ title: 'Aucune demande perdue', text: 'Chaque demande a un responsable.' }],
  team: [{ name: 'Dr Anne Kerviel', role: 'rythmologie', place: 'Saint-Nazaire' }],
  places: [
    { name: 'Saint-Nazaire', lat: 47.27, lng: -2.21, kind: 'seat' },
    { name: 'Savenay', lat: 47.36, lng: -1.94, kind: 'visit' },
  ],
  whoMayAsk: ['Médecins'],
  legal: [{ title: 'Mentions légales', text: 'Association inventée.' }],
});

const CODES_EACH = 60;

/** An account with both steps of signing in known to the test. */
async function giveAccount(context: INestApplicationContext, id: string, email: string, name: string): Promise<Person> {
  const accountId = await context.get(Accounts).createHashed(id, email, await hashed);
  const totpSecret = newTotpSecret();
  await context.get(TotpFactors).give(accountId, totpSecret, 'Téléphone');
  const recoveryCodes = Array.from({ length: CODES_EACH }, newRecoveryCode);
  await context.get(Factors).giveCodes(accountId, recoveryCodes);
  return { id, email, name, totpSecret, recoveryCodes };
}

/** Opens two ESS with their people, through the real services, in the database this environment names. */
export async function settleTerritory(env: Record<string, string>): Promise<Territory> {
  const settler = SettlerModule.forRoot(readConfig(env));
  const context = await NestFactory.createApplicationContext(settler, { logger: ['error'] });
  try {
    return await settleIn(context);
  } finally {
    await context.close();
  }
}

/** The same, in an application that is already open. */
export async function settleIn(context: INestApplicationContext): Promise<Territory> {
  const setup = context.get(DirectorySetup);
  await setup.addCommunes([{ inseeCode: '44195', name: 'Savenay', lat: 47.36, lng: -1.94 }]);
  const teams = context.get(TeamSetup);
  const cardio = await settle(context, setup, teams, 'cardio-essai', 'cardiologie', 'protocol');
  const nephro = await settle(context, setup, teams, 'nephro-essai', 'nephrologie', 'organisation');
  return { cardio, nephro, commuter: await addCommuter(context, setup, [cardio, nephro]) };
}

async function addCommuter(context: INestApplicationContext, setup: DirectorySetup, teams: Team[]): Promise<Person> {
  const email = 'yann.leroux@deux-equipes.example';
  const id = await setup.createProfessional({
    civility: 'Dr',
    familyName: 'Leroux',
    givenName: 'Yann',
    profession: 'generaliste',
    rpps: null,
    phone: '0261911235',
    email,
  });
  for (const team of teams) {
    await setup.addMembership(team.id, {
      professionalId: id,
      role: 'requester',
      requesterRole: 'generaliste',
      organisationId: team.practiceId,
      startsOn: '2020-01-01',
    });
  }
  return giveAccount(context, id, email, 'Dr Yann Leroux');
}

@Module({})
class SettlerModule {
  static forRoot(config: Config) {
    return { module: SettlerModule, imports: [WorkerModule.forRoot({ config }), AccountsModule] };
  }
}

async function settle(
  context: INestApplicationContext,
  setup: DirectorySetup,
  teams: TeamSetup,
  slug: string,
  specialty: Specialty,
  triageMode: TriageMode,
): Promise<Team> {
  const name = slug === 'cardio-essai' ? 'Cardio Essai' : 'Néphro Essai';
  const ess = await setup.createEss({
    slug,
    name,
    specialty,
    region: 'Pays de la Loire',
    delegatedMoves: ['order_visit', 'order_exam'],
    seatInsee: '44195',
    triageMode,
    timezone: 'Europe/Paris',
    phone: '0261910440',
    hours: ALWAYS,
    publicPage: page(name),
    protocolSignature:
      triageMode === 'protocol'
        ? {
            protocol: specialty,
            version: '1.0.0',
            signedBy: 'Dr Démonstration',
            signedAt: '2026-01-01T00:00:00Z',
            demonstration: true,
          }
        : null,
  });
  const practiceId = await setup.createOrganisation({
    kind: 'cabinet',
    name: `Cabinet ${slug}`,
    communeInsee: '44195',
    address: null,
    phone: null,
  });
  const otherPracticeId = await setup.createOrganisation({
    kind: 'ehpad',
    name: `EHPAD ${slug}`,
    communeInsee: '44195',
    address: null,
    phone: null,
  });
  const add = async (
    given: string,
    family: string,
    role: MemberRole,
    requesterRole: RequesterRole | null,
    organisationId: string | null,
    delegateOf: string | null = null,
  ): Promise<Person> => {
    const email = `${given}.${family}@${slug}.example`.toLowerCase();
    const isDoctor = role === 'specialist' || role === 'medical_lead' || requesterRole !== null;
    const civility = isDoctor ? 'Dr' : '';
    const id = await setup.createProfessional({
      civility,
      familyName: family,
      givenName: given,
      profession: requesterRole ?? role,
      rpps: null,
      phone: '0261911234',
      email,
    });
    await setup.addMembership(ess.id, {
      professionalId: id,
      role,
      requesterRole,
      organisationId,
      delegateOf,
      startsOn: '2020-01-01',
    });
    return giveAccount(context, id, email, [civility, given, family].filter(Boolean).join(' '));
  };
  const specialist = await add('Anne', 'Kerviel', 'specialist', null, null);
  await setup.planOnCall(ess.id, [
    { professionalId: specialist.id, startsAt: new Date('2020-01-01'), endsAt: new Date('2040-01-01') },
  ]);
  const mobileNurse = await add('Solenn', 'Guillou', 'mobile_nurse', null, null);
  const mobileTeamId = await teams.create(ess.id, {
    name: 'Équipe Estuaire',
    colour: 0,
    equipment: ['ecg', 'echo', 'photo'],
    start: { label: 'Savenay', lat: 47.36, lng: -1.94 },
    shiftFrom: 8 * 60,
    shiftTo: 18 * 60,
    memberIds: [mobileNurse.id],
  });
  const gp = await add('Helene', 'Marchais', 'requester', 'medecin_traitant', practiceId);
  return {
    id: ess.id,
    slug,
    specialty,
    specialist,
    gp,
    colleague: await add('Luc', 'Besnard', 'requester', 'generaliste', practiceId),
    stranger: await add('Odile', 'Perrin', 'requester', 'ide_ehpad', otherPracticeId),
    secretary: await add('Nadege', 'Rouaud', 'secretary', null, null),
    secondSecretary: await add('Samira', 'Haddad', 'secretary', null, null),
    caseManager: await add('Ines', 'Morvan', 'case_manager', null, null),
    secondSpecialist: await add('Bruno', 'Salaun', 'specialist', null, null),
    medicalLead: await add('Claire', 'Abgrall', 'medical_lead', null, null),
    coordinator: await add('Nadia', 'Bellec', 'coordinator', null, null),
    essAdmin: await add('Gaelle', 'Bouvier', 'ess_admin', null, null),
    dpo: await add('Denis', 'Quere', 'dpo', null, null),
    delegate: await add('Elise', 'Tanguy', 'delegate', null, practiceId, gp.id),
    mobileNurse,
    mobileTeamId,
    practiceId,
    otherPracticeId,
  };
}
