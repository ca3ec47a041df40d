import { call } from '../api/client.ts';
import { keys } from '../api/query-client.ts';
import { send } from '../session/send.ts';
import type {
  ChainCheck,
  ChainState,
  ReviewList,
  TrailFiltersChoices,
  TrailPage,
  TrailPatient,
  TrailQuery,
  Verdict,
} from './views.ts';

export const oversightKeys = {
  all: (ess: string) => [...keys.ess(ess), 'audit'] as const,
  reviews: (ess: string) => [...keys.ess(ess), 'audit', 'reviews'] as const,
  trail: (ess: string, query: TrailQuery) => [...keys.ess(ess), 'audit', 'trail', query] as const,
  filters: (ess: string) => [...keys.ess(ess), 'audit', 'filters'] as const,
  state: (ess: string) => [...keys.ess(ess), 'audit', 'state'] as const,
};

/** Ids and days only: a name never sits in an address. */
function trailParams({ patient, ...typed }: TrailQuery, after: string | null): string {
  const asked = { ...typed, patient: patient?.id ?? '', after: after ?? '' };
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString();
}

export interface PatientAsked {
  reference?: string;
  birthDate?: string;
  birthName?: string;
  givenName?: string;
}

export const oversightApi = (ess: string) => {
  const base = `/api/e/${ess}/audit`;
  return {
    trail: (query: TrailQuery, after: string | null) =>
      call(() => send<TrailPage>('GET', `${base}?${trailParams(query, after)}`)),
    filters: () => call(() => send<TrailFiltersChoices>('GET', `${base}/filters`)),
    findPatient: (asked: PatientAsked) => call(() => send<TrailPatient[]>('POST', `${base}/patients`, asked)),
    state: () => call(() => send<ChainState>('GET', `${base}/state`)),
    verify: () => call(() => send<ChainCheck>('POST', `${base}/verify`, {})),
    reviews: () => call(() => send<ReviewList>('GET', `${base}/reviews`)),
    review: (kind: 'exceptional' | 'link', id: string, verdict: Verdict, note: string) =>
      call(() =>
        send<undefined>('POST', `${base}/reviews`, {
          ...(kind === 'exceptional' ? { exceptionalId: id } : { auditId: id }),
          ...{ verdict, note },
        }),
      ),
  };
};
