import type { Specialty } from '#contracts/enums';
import type { NewEss } from './directory-setup.service.ts';

export interface EssOpening {
  readonly specialty: Specialty;
  readonly name: string;
  readonly phone: string;
  readonly region?: string;
}

const WORKDAYS = [1, 2, 3, 4, 5];

/** A new ESS: declared priorities until a protocol is signed, usual hours, and a bare public page. */
export function newEss(slug: string, { specialty, name, phone, region = '' }: EssOpening): NewEss {
  return {
    slug,
    name,
    specialty,
    phone,
    region,
    triageMode: 'organisation',
    timezone: 'Europe/Paris',
    hours: { weekly: WORKDAYS.map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' })), closedDates: [] },
    publicPage: {
      headline: name,
      lead: 'Un seul endroit pour demander un avis spécialisé.',
      emergencyBanner: 'Urgence vitale\u00A0: appelez le 15.',
      howItWorks: [],
      commitments: [],
      team: [],
      places: [],
      whoMayAsk: [],
      legal: [],
    },
    protocolSignature: null,
  };
}
