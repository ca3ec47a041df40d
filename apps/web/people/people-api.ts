import { call } from '../api/client.ts';
import { keys } from '../api/query-client.ts';
import { send } from '../session/send.ts';
import type {
  Departure,
  InviteOrder,
  PeopleGroup,
  PeopleList,
  PeopleOptions,
  Person,
  PersonDevice,
  RoleOrder,
  Settings,
} from './views.ts';

export const peopleKeys = {
  all: (ess: string) => [...keys.ess(ess), 'people'] as const,
  list: (ess: string, group: PeopleGroup, words: string) => [...keys.ess(ess), 'people', 'list', group, words] as const,
  one: (ess: string, id: string) => [...keys.ess(ess), 'people', 'one', id] as const,
  options: (ess: string) => [...keys.ess(ess), 'people', 'options'] as const,
  departure: (ess: string, id: string) => [...keys.ess(ess), 'people', 'departure', id] as const,
  settings: (ess: string) => [...keys.ess(ess), 'settings'] as const,
};

const home = (ess: string) => `/api/e/${encodeURIComponent(ess)}`;

/** What who manages the team may do. Where the server wants a fresh proof, the call waits for it. */
export const peopleApi = (ess: string) => {
  const people = `${home(ess)}/people`;
  return {
    list(group: PeopleGroup, words: string, after: string | null) {
      const query = { group, ...(words && { q: words }), ...(after && { after }) };
      return call(() => send<PeopleList>('POST', `${people}/search`, query));
    },
    one: (id: string) => call(() => send<Person>('GET', `${people}/${id}`)),
    devices: (id: string) => call(() => send<PersonDevice[]>('GET', `${people}/${id}/devices`)),
    options: () => call(() => send<PeopleOptions>('GET', `${people}/options`)),
    invite: (order: InviteOrder) =>
      call(() => send<{ id: string; professionalId: string }>('POST', `${people}/invitations`, order)),
    resend: (id: string) => call(() => send<{ id: string }>('POST', `${people}/invitations/${id}/resend`, {})),
    revoke: (id: string) => call(() => send<undefined>('DELETE', `${people}/invitations/${id}`)),
    addRole: (id: string, order: RoleOrder) =>
      call(() => send<undefined>('POST', `${people}/${id}/memberships`, order)),
    changePeriod: (membershipId: string, period: { startsOn: string; endsOn: string | null }) =>
      call(() => send<undefined>('PUT', `${people}/memberships/${membershipId}`, period)),
    endRole: (membershipId: string) =>
      call(() => send<undefined>('POST', `${people}/memberships/${membershipId}/end`, {})),
    disable: (id: string) => call(() => send<undefined>('POST', `${people}/${id}/disable`, {})),
    enable: (id: string) => call(() => send<undefined>('POST', `${people}/${id}/enable`, {})),
    resetFactors: (id: string) => call(() => send<undefined>('POST', `${people}/${id}/reset-factors`, {})),
    depart: (id: string, handTo: string | null) =>
      call(() => send<Departure>('POST', `${people}/${id}/departure`, { handTo })),
    departure: (id: string) => call(() => send<Departure>('GET', `${people}/departures/${id}`)),
    settings: () => call(() => send<Settings>('GET', `${home(ess)}/settings`)),
    changeSettings: (settings: Settings) => call(() => send<Settings>('PUT', `${home(ess)}/settings`, settings)),
  };
};
export type PeopleApi = ReturnType<typeof peopleApi>;
