import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { Accounts } from '#accounts';
import { DirectorySetup, Directory, type EssRow } from '#directory';
import { readConfig } from '#platform';
import { StartError } from '../start/start-error.ts';
import { UsersModule } from './users.module.ts';

export interface NewAdmin {
  email: string;
  slug: string;
  today: string;
}

/** An ESS begins in organisation mode, with office hours, until its administrators change them. */
const newEss = (slug: string) => ({
  slug,
  name: slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' '),
  specialty: 'cardiologie' as const,
  region: 'France',
  triageMode: 'organisation' as const,
  timezone: 'Europe/Paris',
  phone: '',
  hours: { weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' })), closedDates: [] },
  publicPage: {
    headline: 'Un avis spécialisé, au bon endroit, dans le bon délai.',
    lead: 'Une seule porte pour demander un spécialiste.',
    emergencyBanner: 'Urgence vitale\u00a0: appelez le\u00a015. Ce site ne traite pas les urgences vitales.',
    howItWorks: [],
    commitments: [],
    team: [],
    places: [],
    whoMayAsk: [],
    legal: [],
  },
  protocolSignature: null,
});

/** Opens the ESS when it does not exist, and its first account: administration and desk. @returns the password, shown once. */
export async function createAdmin(env: Record<string, string | undefined>, admin: NewAdmin): Promise<string> {
  const context = await NestFactory.createApplicationContext(UsersModule.forRoot(readConfig(env)), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    const setup = context.get(DirectorySetup);
    const known = (await context.get(Directory).allEss()).find((ess) => ess.slug === admin.slug);
    const ess: EssRow = known ?? (await setup.createEss(newEss(admin.slug)));
    const accounts = context.get(Accounts);
    if (await accounts.exists(admin.email)) throw new StartError(`Un compte existe déjà pour ${admin.email}.`);
    const [given = '', family = ''] = (admin.email.split('@')[0] ?? '').split('.');
    const professionalId = await setup.createProfessional({
      civility: '',
      familyName: family || given,
      givenName: family ? given : '',
      profession: 'administration',
      rpps: null,
      phone: null,
      email: admin.email,
    });
    for (const role of ['ess_admin', 'secretary'] as const) {
      await setup.addMembership(ess.id, {
        professionalId,
        role,
        requesterRole: null,
        organisationId: null,
        startsOn: admin.today,
      });
    }
    const password = randomBytes(12).toString('base64url');
    await accounts.create(professionalId, admin.email, password);
    return password;
  } finally {
    await context.close();
  }
}
