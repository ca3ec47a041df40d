import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Accounts } from '#accounts';
import { Directory, DirectorySetup, newEss } from '#directory';
import type { EssOpening } from '#directory';
import { ConfigError, readConfig } from '#platform';
import { errorCode } from '../start/error-code.ts';
import { StartError } from '../start/start-error.ts';
import { SetupModule } from './setup.module.ts';

export interface NewAdmin {
  readonly email: string;
  /** Null: of the platform, and of no ESS. */
  readonly slug: string | null;
  /** Null: the ESS must exist. */
  readonly opening: EssOpening | null;
}

const UNIQUE_VIOLATION = '23505';

/** @returns the password, made here and kept nowhere. */
export async function createAdmin(env: Record<string, string>, admin: NewAdmin): Promise<string> {
  const context = await openContext(env);
  try {
    const tenantId = admin.slug === null ? null : await findOrOpenEss(context, admin.slug, admin.opening);
    const setup = context.get(DirectorySetup);
    const password = randomBytes(15).toString('base64url');
    const professionalId = await setup.createProfessional({
      civility: '',
      familyName: admin.email.split('@')[0] ?? admin.email,
      givenName: '',
      profession: 'Administration',
      rpps: null,
      phone: null,
      email: admin.email,
    });
    const accountId = await context.get(Accounts).create(professionalId, admin.email, password);
    if (tenantId === null) {
      await context.get(Accounts).makePlatformAdmin(accountId);
      return password;
    }
    await setup.addMembership(tenantId, {
      professionalId,
      role: 'ess_admin',
      requesterRole: null,
      organisationId: null,
      startsOn: new Date().toISOString().slice(0, 10),
    });
    return password;
  } catch (error) {
    if (errorCode(error) === UNIQUE_VIOLATION) throw new StartError(`Un compte existe déjà pour ${admin.email}.`);
    throw error;
  } finally {
    await context.close();
  }
}

async function findOrOpenEss(
  context: INestApplicationContext,
  slug: string,
  opening: EssOpening | null,
): Promise<string> {
  const known = (await context.get(Directory).allEss()).find((ess) => ess.slug === slug);
  if (known) return known.id;
  if (!opening) {
    throw new StartError(`Aucune ESS « ${slug} » : pour l'ouvrir, ajoutez --specialty, --name et --phone.`);
  }
  return (await context.get(DirectorySetup).createEss(newEss(slug, opening))).id;
}

async function openContext(env: Record<string, string>): Promise<INestApplicationContext> {
  try {
    return await NestFactory.createApplicationContext(SetupModule.forRoot(readConfig(env)), {
      logger: false,
      abortOnError: false,
    });
  } catch (error) {
    if (error instanceof ConfigError) throw new StartError(error.message);
    if (errorCode(error) === 'ECONNREFUSED') {
      throw new StartError("La base de données ne répond pas : lancez d'abord « npm start » dans un autre terminal.");
    }
    throw error;
  }
}
