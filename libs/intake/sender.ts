import { DomainError } from '#contracts';
import type { RequesterRole } from '#contracts/enums';
import { checkPhone, checkRpps } from '#contracts/identifiers';
import { addCaller, CommuneRow, isDesk, organisationOf, ProfessionalRow } from '#directory';
import type { Member, NewCaller } from '#directory';
import type { Tx } from '#platform';
import type { CallerDto, NewCallerDto } from './intake.dto.ts';

/** For whom a request is sent, and who typed it. */
export interface Sender {
  authorId: string;
  requesterRole: RequesterRole;
  organisationId: string;
  takenBy: string | null;
}

const invalid = (field: string, message: string) =>
  new DomainError('request.answers-invalid', message, { errors: [{ field, code: 'required', message }] });

/** A requester writes for one of his organisations; the desk writes for a caller, known or new. */
export async function senderOf(
  tx: Tx,
  member: Member,
  organisationId: string | null,
  caller: CallerDto | undefined,
  now: Date,
): Promise<Sender> {
  if (isDesk(member)) return callerOf(tx, member, caller, now);
  if (caller) throw new DomainError('access.forbidden', 'Seul le guichet saisit une demande pour un appelant.');
  if (member.delegateOf) return delegated(tx, member, member.delegateOf, organisationId);
  const organisation = member.organisations.find((candidate) => candidate.id === organisationId);
  if (!organisation) throw invalid('organisationId', 'Choisissez la structure pour laquelle vous écrivez.');
  return {
    authorId: member.professionalId,
    requesterRole: member.requesterRole ?? 'generaliste',
    organisationId: organisation.id,
    takenBy: null,
  };
}

/** A delegate writes, the requester stays the author. */
async function delegated(tx: Tx, member: Member, requesterId: string, organisationId: string | null): Promise<Sender> {
  const isHis = member.organisations.some(({ id }) => id === organisationId);
  if (!isHis) throw invalid('organisationId', 'Choisissez la structure pour laquelle vous écrivez.');
  const membership = await organisationOf(tx, requesterId, organisationId);
  if (!membership?.organisationId || !membership.requesterRole || membership.suspendedAt) {
    throw new DomainError(
      'access.forbidden',
      'Le professionnel pour qui vous écrivez n’a plus d’accès ici. Demandez à l’administration de l’ESS.',
    );
  }
  return {
    authorId: requesterId,
    requesterRole: membership.requesterRole,
    organisationId: membership.organisationId,
    takenBy: member.professionalId,
  };
}

async function callerOf(tx: Tx, member: Member, caller: CallerDto | undefined, now: Date): Promise<Sender> {
  if (caller?.newCaller) {
    const { newCaller } = caller;
    const added = await addCaller(tx, await usable(tx, newCaller), now);
    return {
      authorId: added.professionalId,
      requesterRole: newCaller.profession,
      organisationId: added.organisationId,
      takenBy: member.professionalId,
    };
  }
  const membership = caller?.professionalId
    ? await organisationOf(tx, caller.professionalId, caller.organisationId ?? null)
    : null;
  if (!membership?.organisationId || !membership.requesterRole) {
    throw invalid('caller', 'Indiquez qui appelle\u00a0: choisissez un professionnel, ou créez sa fiche.');
  }
  return {
    authorId: membership.professionalId,
    requesterRole: membership.requesterRole,
    organisationId: membership.organisationId,
    takenBy: member.professionalId,
  };
}

/** As it is kept: numbers in their bare form, an RPPS of nobody else, a commune of the list. */
async function usable(tx: Tx, caller: NewCallerDto): Promise<NewCaller> {
  const phone = checkPhone(caller.phone);
  if (!phone.ok) throw invalid('caller.newCaller.phone', phone.message);
  const communeInsee = caller.communeInsee || null;
  if (communeInsee && !(await tx.manager.existsBy(CommuneRow, { inseeCode: communeInsee })))
    throw invalid('caller.newCaller.communeInsee', 'Choisissez la commune dans la liste, par son nom.');
  if (!caller.rpps) return { ...caller, phone: phone.value, communeInsee, rpps: null };
  const rpps = checkRpps(caller.rpps);
  if (!rpps.ok) throw invalid('caller.newCaller.rpps', rpps.message);
  if (await tx.manager.existsBy(ProfessionalRow, { rpps: rpps.value }))
    throw invalid('caller.newCaller.rpps', 'Ce RPPS est déjà connu\u00a0: cherchez la personne par ce numéro.');
  return { ...caller, phone: phone.value, communeInsee, rpps: rpps.value };
}
