import { IsNull } from 'typeorm';
import type { OrganisationKind, RequesterRole } from '#contracts/enums';
import { uuidv7 } from '#platform';
import type { Tx } from '#platform';
import { MembershipRow, OrganisationRow, ProfessionalRow } from './people.entity.ts';
import { searchName } from './search-name.ts';

export interface NewCaller {
  familyName: string;
  givenName: string;
  profession: RequesterRole;
  rpps: string | null;
  phone: string;
  organisationName: string;
  organisationKind: OrganisationKind;
  communeInsee: string | null;
}

/** A caller needs no account: a person, his organisation, and the link between them in this ESS. */
export async function addCaller(
  tx: Tx,
  caller: NewCaller,
  now: Date,
): Promise<{ professionalId: string; organisationId: string }> {
  const professionalId = uuidv7(now);
  const organisationId = uuidv7(now);
  await tx.manager.insert(ProfessionalRow, {
    id: professionalId,
    civility: '',
    familyName: caller.familyName,
    givenName: caller.givenName,
    profession: caller.profession,
    rpps: caller.rpps,
    phone: caller.phone,
    email: null,
    searchName: searchName(caller.familyName, caller.givenName),
    createdAt: now,
  });
  await tx.manager.insert(OrganisationRow, {
    id: organisationId,
    kind: caller.organisationKind,
    name: caller.organisationName,
    communeInsee: caller.communeInsee,
    address: null,
    phone: caller.phone,
    createdAt: now,
  });
  await tx.manager.insert(MembershipRow, {
    tenantId: tx.ctx.tenantId,
    id: uuidv7(now),
    professionalId,
    role: 'requester',
    requesterRole: caller.profession,
    organisationId,
    startsOn: now.toISOString().slice(0, 10),
    endsOn: null,
  });
  return { professionalId, organisationId };
}

/** The organisation a known professional writes for in this ESS; his first one when none is named. */
export async function organisationOf(
  tx: Tx,
  professionalId: string,
  wanted: string | null,
): Promise<MembershipRow | null> {
  const rows = await tx.manager.find(MembershipRow, {
    where: {
      tenantId: tx.ctx.tenantId,
      professionalId,
      role: 'requester',
      endedAt: IsNull(),
      ...(wanted ? { organisationId: wanted } : {}),
    },
    order: { startsOn: 'ASC', id: 'ASC' },
    take: 1,
  });
  return rows[0] ?? null;
}
