import { allowedMoves, type Move } from '#contracts';
import type { Member } from '#directory';
import type { RequestRow } from './request.entity.ts';

/** Author, or somebody of the organisation that asks. */
export const isRequester = (row: Pick<RequestRow, 'authorId' | 'organisationId'>, member: Member): boolean =>
  row.authorId === member.professionalId ||
  member.organisations.some((organisation) => organisation.id === row.organisationId);

type Asked = Pick<
  RequestRow,
  'state' | 'nextAction' | 'ownerId' | 'takenAt' | 'acknowledgedAt' | 'authorId' | 'organisationId'
>;

/** The moves that this member may make on this request now. */
export const allowedFor = (row: Asked, member: Member): Move[] =>
  allowedMoves(row, {
    professionalId: member.professionalId,
    roles: member.roles,
    isRequester: isRequester(row, member),
    delegated: member.ess.delegatedMoves,
  });
