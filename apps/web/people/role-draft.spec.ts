import { describe, expect, test } from '@jest/globals';
import type { PeopleOptions } from './views.ts';
import { emptyRole, NEW_ORGANISATION, readRole, type RoleDraft } from './role-draft.ts';

const options: PeopleOptions = {
  organisations: [{ id: 'un-cabinet', name: 'Cabinet des Dunes', kind: 'cabinet' }],
  requesters: [],
  colleagues: [],
};
const read = (more: Partial<RoleDraft>, hasNew = false) =>
  readRole({ ...emptyRole('2026-11-23'), ...more }, options, hasNew);
const fields = (more: Partial<RoleDraft>) => {
  const answer = read(more);
  return 'errors' in answer ? answer.errors.map(({ field }) => field) : [];
};

describe('a role typed in the form', () => {
  test('asks what it needs, and no more', () => {
    expect(fields({})).toEqual(['role']);
    expect(fields({ role: 'secretary' })).toEqual([]);
    expect(fields({ role: 'requester' })).toEqual(['requesterRole', 'organisationId']);
    expect(fields({ role: 'delegate' })).toEqual(['delegateOf']);
    expect(fields({ role: 'locum' })).toEqual(['endsOn']);
    expect(fields({ role: 'secretary', startsOn: '31/02/2026' })).toEqual(['startsOn']);
    expect(fields({ role: 'intern', endsOn: '01/11/2026' })).toEqual(['endsOn']);
  });

  test('a delegate writes for one requester, in one of his structures', () => {
    expect(read({ role: 'delegate', delegateOf: 'une-medecin un-cabinet' })).toMatchObject({
      order: { delegateOf: 'une-medecin', organisationId: 'un-cabinet', startsOn: '2026-11-23', endsOn: null },
    });
  });

  test('a structure that is not in the list yet is sent beside the role', () => {
    const draft = { role: 'requester', requesterRole: 'generaliste', organisationId: NEW_ORGANISATION } as const;
    expect(read(draft, true)).toMatchObject({ order: { organisationId: null, requesterRole: 'generaliste' } });
  });
});
