import { Injectable } from '@nestjs/common';
import type { MemberRole, OrganisationKind, RequesterRole, Specialty, TriageMode } from '#contracts/enums';
import type { OpeningHours, PublicPage } from '#contracts/public-page';
import { Clock, Database, Keyring, uuidv7 } from '#platform';
import type { ProtocolSignature } from './ess.entity.ts';
import { EssRow } from './ess.entity.ts';
import { CommuneRow, MembershipRow, OnCallRow, OrganisationRow, ProfessionalRow } from './people.entity.ts';
import { searchName } from './search-name.ts';

export interface NewEss {
  slug: string;
  name: string;
  specialty: Specialty;
  region: string;
  triageMode: TriageMode;
  timezone: string;
  phone: string;
  hours: OpeningHours;
  publicPage: PublicPage;
  protocolSignature: ProtocolSignature | null;
  /** Moves its case-managers may make by delegation; none by default. */
  delegatedMoves?: string[];
  seatInsee?: string | null;
}

export interface NewProfessional {
  civility: string;
  familyName: string;
  givenName: string;
  profession: string;
  rpps: string | null;
  phone: string | null;
  email: string | null;
}

export interface NewMembership {
  professionalId: string;
  role: MemberRole;
  requesterRole: RequesterRole | null;
  organisationId: string | null;
  /** YYYY-MM-DD */
  startsOn: string;
  /** YYYY-MM-DD; a locum and an intern need one. */
  endsOn?: string | null;
  /** A delegate needs one: the requester he writes for. */
  delegateOf?: string | null;
}

/** Opens an ESS and its directory: the launcher's demonstration and the tests use it; screens come later. */
@Injectable()
export class DirectorySetup {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
  ) {}

  async createEss(ess: NewEss): Promise<EssRow> {
    const createdAt = this.clock.now();
    const id = uuidv7(createdAt);
    const row: EssRow = {
      id,
      ...ess,
      delegatedMoves: ess.delegatedMoves ?? [],
      seatInsee: ess.seatInsee ?? null,
      sharingDefault: 'consent',
      accessListNames: false,
      wrappedKey: this.keyring.newTenantKey(id).wrapped,
      createdAt,
    };
    await this.database.global((manager) => manager.insert(EssRow, row));
    return row;
  }

  async addCommunes(communes: { inseeCode: string; name: string; lat: number; lng: number }[]): Promise<void> {
    const rows = communes.map((commune) => ({ ...commune, searchName: searchName(commune.name) }));
    await this.database.global((manager) => manager.upsert(CommuneRow, rows, ['inseeCode']));
  }

  async createProfessional(professional: NewProfessional): Promise<string> {
    const createdAt = this.clock.now();
    const id = uuidv7(createdAt);
    const row: ProfessionalRow = {
      id,
      ...professional,
      searchName: searchName(professional.familyName, professional.givenName),
      createdAt,
    };
    await this.database.global((manager) => manager.insert(ProfessionalRow, row));
    return id;
  }

  async createOrganisation(organisation: {
    kind: OrganisationKind;
    name: string;
    communeInsee: string | null;
    address: string | null;
    phone: string | null;
  }): Promise<string> {
    const createdAt = this.clock.now();
    const id = uuidv7(createdAt);
    await this.database.global((manager) => manager.insert(OrganisationRow, { id, ...organisation, createdAt }));
    return id;
  }

  async addMembership(tenantId: string, membership: NewMembership): Promise<void> {
    const id = uuidv7(this.clock.now());
    await this.database.tx({ tenantId, userId: null }, (tx) =>
      tx.manager.insert(MembershipRow, {
        tenantId,
        id,
        ...membership,
        endsOn: membership.endsOn ?? null,
        delegateOf: membership.delegateOf ?? null,
      }),
    );
  }

  /** A period of « cardiologue d’avis ». */
  async planOnCall(
    tenantId: string,
    periods: { professionalId: string; startsAt: Date; endsAt: Date }[],
  ): Promise<void> {
    const rows = periods.map((period) => ({ tenantId, id: uuidv7(period.startsAt), ...period }));
    await this.database.tx({ tenantId, userId: null }, (tx) => tx.manager.insert(OnCallRow, rows));
  }
}
