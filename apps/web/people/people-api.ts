import { api, call } from '../api/client.ts';
import { keys } from '../api/query-client.ts';
import type { InviteOrder, PeopleGroup, RoleOrder, Settings } from './views.ts';

export const peopleKeys = {
  all: (ess: string) => [...keys.ess(ess), 'people'] as const,
  list: (ess: string, group: PeopleGroup, words: string) => [...keys.ess(ess), 'people', 'list', group, words] as const,
  one: (ess: string, id: string) => [...keys.ess(ess), 'people', 'one', id] as const,
  options: (ess: string) => [...keys.ess(ess), 'people', 'options'] as const,
  departure: (ess: string, id: string) => [...keys.ess(ess), 'people', 'departure', id] as const,
  settings: (ess: string) => [...keys.ess(ess), 'settings'] as const,
};

/** What who manages the team may do. Where the server wants a fresh proof, the call waits for it. */
export const peopleApi = (ess: string) => {
  const team = { params: { path: { ess } } };
  const of = (id: string) => ({ params: { path: { ess, id } } });
  return {
    list(group: PeopleGroup, words: string, after: string | null) {
      const body = { group, ...(words && { q: words }), ...(after && { after }) };
      return call(() => api.POST('/api/e/{ess}/people/search', { ...team, body }));
    },
    one: (id: string) => call(() => api.GET('/api/e/{ess}/people/{id}', of(id))),
    devices: (id: string) => call(() => api.GET('/api/e/{ess}/people/{id}/devices', of(id))),
    options: () => call(() => api.GET('/api/e/{ess}/people/options', team)),
    invite: (body: InviteOrder) => call(() => api.POST('/api/e/{ess}/people/invitations', { ...team, body })),
    resend: (id: string) => call(() => api.POST('/api/e/{ess}/people/invitations/{id}/resend', of(id))),
    revoke: (id: string) => call(() => api.DELETE('/api/e/{ess}/people/invitations/{id}', of(id))),
    addRole: (id: string, body: RoleOrder) =>
      call(() => api.POST('/api/e/{ess}/people/{id}/memberships', { ...of(id), body })),
    changePeriod: (membershipId: string, period: { startsOn: string; endsOn: string | null }) =>
      call(() => api.PUT('/api/e/{ess}/people/memberships/{id}', { ...of(membershipId), body: period })),
    endRole: (membershipId: string) =>
      call(() => api.POST('/api/e/{ess}/people/memberships/{id}/end', of(membershipId))),
    disable: (id: string) => call(() => api.POST('/api/e/{ess}/people/{id}/disable', of(id))),
    enable: (id: string) => call(() => api.POST('/api/e/{ess}/people/{id}/enable', of(id))),
    resetFactors: (id: string) => call(() => api.POST('/api/e/{ess}/people/{id}/reset-factors', of(id))),
    depart: (id: string, handTo: string | null) =>
      call(() => api.POST('/api/e/{ess}/people/{id}/departure', { ...of(id), body: { handTo } })),
    departure: (id: string) => call(() => api.GET('/api/e/{ess}/people/departures/{id}', of(id))),
    settings: () => call(() => api.GET('/api/e/{ess}/settings', team)),
    changeSettings: (body: Settings) => call(() => api.PUT('/api/e/{ess}/settings', { ...team, body })),
  };
};
export type PeopleApi = ReturnType<typeof peopleApi>;
