import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { notFound } from '#contracts';
import { Directory, DirectorySetup, localTime, newEss } from '#directory';
import type { EssRow } from '#directory';
import { Audit, Clock, Database } from '#platform';
import { AccountRow } from '../account.entity.ts';
import type { Principal } from '../principal.ts';
import { Invitations } from './invitations.service.ts';
import type { FirstAdministratorDto, OpenEssDto } from './platform.dto.ts';
import type { PlatformEssView } from './platform.view.ts';
import { invalidPeople } from './role-rules.ts';

const UNIQUE_VIOLATION = '23505';
/** First words of our own addresses: no ESS takes their place. */
const OURS = [
  ...['api', 'assets', 'health', 'ready', 'connexion', 'mot-de-passe-oublie', 'lien', 'reprise', 'choisir', 'compte'],
  ...['plateforme', 'mon-espace', 'demonstration'],
];

/** Who runs the platform opens an ESS and invites its first administrator; he reaches no file of anybody. */
@Injectable()
export class Platform {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly directory: Directory,
    private readonly setup: DirectorySetup,
    private readonly invitations: Invitations,
  ) {}

  async list(): Promise<PlatformEssView[]> {
    const views: PlatformEssView[] = [];
    for (const ess of await this.directory.allEss()) views.push(await this.view(ess));
    return views;
  }

  async open(principal: Principal, dto: OpenEssDto): Promise<PlatformEssView> {
    await this.refuseKnownAddress(dto.administrator.email);
    const ess = await this.create(dto);
    await this.database.tx({ tenantId: ess.id, userId: principal.professionalId }, (tx) =>
      this.audit.line(tx, { action: 'settings.changed', resource: 'ess', resourceId: ess.id, reason: 'ouverture' }),
    );
    await this.inviteTo(principal, ess, dto.administrator);
    return this.view(ess);
  }

  async invite(principal: Principal, slug: string, dto: FirstAdministratorDto): Promise<PlatformEssView> {
    const ess = (await this.directory.allEss()).find((one) => one.slug === slug);
    if (!ess) throw notFound();
    await this.inviteTo(principal, ess, dto);
    return this.view(ess);
  }

  private inviteTo({ professionalId }: Principal, ess: EssRow, dto: FirstAdministratorDto): Promise<unknown> {
    return this.invitations.inviteTo(
      ess,
      { tenantId: ess.id, userId: professionalId },
      {
        civility: dto.civility,
        familyName: dto.familyName,
        givenName: dto.givenName,
        email: dto.email,
        profession: 'Administration',
        role: 'ess_admin',
        startsOn: localTime(this.clock.now(), ess.timezone).date,
      },
    );
  }

  private async create({ slug, specialty, name, phone, region }: OpenEssDto): Promise<EssRow> {
    if (OURS.includes(slug))
      throw invalidPeople('Cette adresse de page est réservée. Choisissez-en une autre.', 'slug');
    try {
      return await this.setup.createEss(newEss(slug, { specialty, name: name.trim(), phone, region: region.trim() }));
    } catch (error) {
      if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === UNIQUE_VIOLATION)
        throw invalidPeople('Cette adresse de page est déjà prise. Choisissez-en une autre.', 'slug');
      throw error;
    }
  }

  /** A patient's address opens no team: said before the ESS is made. */
  private async refuseKnownAddress(typed: string): Promise<void> {
    const email = typed.trim().toLowerCase();
    const account = await this.database.global((manager) => manager.findOneBy(AccountRow, { email }));
    if (account && !account.professionalId)
      throw invalidPeople('Cette adresse sert déjà à un autre compte. Donnez-en une autre.', 'administrator.email');
  }

  private view(ess: EssRow): Promise<PlatformEssView> {
    return this.database.tx({ tenantId: ess.id, userId: null }, async (tx) => {
      const [count]: { people: number; administrators: number; invited: number }[] = await tx.manager.query(COUNTS, [
        ess.id,
        this.clock.now(),
      ]);
      return {
        slug: ess.slug,
        name: ess.name,
        specialty: ess.specialty,
        region: ess.region,
        openedOn: localTime(ess.createdAt, ess.timezone).date,
        people: count?.people ?? 0,
        administrators: count?.administrators ?? 0,
        invitedAdministrators: count?.invited ?? 0,
      };
    });
  }
}

const COUNTS = `
  select (select count(distinct professional_id)::int from membership
           where tenant_id = $1 and suspended_at is null and ended_at is null) as people,
         (select count(distinct professional_id)::int from membership
           where tenant_id = $1 and role = 'ess_admin' and suspended_at is null and ended_at is null) as administrators,
         (select count(*)::int from invitation
           where tenant_id = $1 and role = 'ess_admin' and accepted_at is null and revoked_at is null
             and expires_at > $2) as invited`;
