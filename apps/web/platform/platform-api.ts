import type { Specialty } from '#contracts/enums';
import { call } from '../api/client.ts';
import { send } from '../session/send.ts';

export interface PlatformEss {
  slug: string;
  name: string;
  specialty: Specialty;
  region: string;
  openedOn: string;
  people: number;
  administrators: number;
  invitedAdministrators: number;
}

export interface FirstAdministrator {
  civility: string;
  familyName: string;
  givenName: string;
  email: string;
}

export interface EssOpening {
  slug: string;
  name: string;
  specialty: Specialty;
  region: string;
  phone: string;
  administrator: FirstAdministrator;
}

export const platformKeys = { list: ['platform', 'ess'] as const };

export const platformApi = {
  list: () => call(() => send<PlatformEss[]>('GET', '/api/platform/ess')),
  open: (opening: EssOpening) => call(() => send<PlatformEss>('POST', '/api/platform/ess', opening)),
  invite: (slug: string, administrator: FirstAdministrator) =>
    call(() =>
      send<PlatformEss>('POST', `/api/platform/ess/${encodeURIComponent(slug)}/administrators`, administrator),
    ),
};
