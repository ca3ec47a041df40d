import { allowedMoves, type Move } from '#contracts';
import type { Member } from '#directory';
import { type AccessReasonKind, isReadOnly } from '#patients';
import type { RequestRow } from './request.entity.ts';

/** Author, or somebody of the organisation that asks. */
export const isRequester = (row: Pick<RequestRow, 'authorId' | 'organisationId'>, member: Member): boolean =>
  row.authorId === member.professionalId ||
  member.organisations.some((organisation) => organisation.id === row.organisationId);

type Asked = Pick<
  RequestRow,
  'state' | 'nextAction' | 'ownerId' | 'takenAt' | 'acknowledgedAt' | 'authorId' | 'organisationId'
>;

/** The moves that this member may make on this request now; none for who may only read it. */
export const allowedFor = (row: Asked, member: Member, reason: AccessReasonKind | null = null): Move[] =>
  reason && isReadOnly(reason)
    ? []
    : allowedMoves(row, {
        professionalId: member.professionalId,
        roles: member.roles,
        isRequester: isRequester(row, member),
        delegated: member.ess.delegatedMoves,
      });
