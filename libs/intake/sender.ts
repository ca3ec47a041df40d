import { DomainError } from '#contracts';
import type { RequesterRole } from '#contracts/enums';
import { addCaller, isDesk, organisationOf } from '#directory';
import type { Member } from '#directory';
import type { Tx } from '#platform';
import type { CallerDto } from './intake.dto.ts';

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
  const organisation = member.organisations.find((candidate) => candidate.id === organisationId);
  if (!organisation) throw invalid('organisationId', 'Choisissez la structure pour laquelle vous écrivez.');
  return {
    authorId: member.professionalId,
    requesterRole: member.requesterRole ?? 'generaliste',
    organisationId: organisation.id,
    takenBy: null,
  };
}

async function callerOf(tx: Tx, member: Member, caller: CallerDto | undefined, now: Date): Promise<Sender> {
  if (caller?.newCaller) {
    const { newCaller } = caller;
    const added = await addCaller(
      tx,
      { ...newCaller, rpps: newCaller.rpps || null, communeInsee: newCaller.communeInsee || null },
      now,
    );
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
