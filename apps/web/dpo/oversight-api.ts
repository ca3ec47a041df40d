import { api, call } from '../api/client.ts';
import { keys } from '../api/query-client.ts';
import type { PatientAsked, ReviewItem, TrailQuery, Verdict } from './views.ts';

export const oversightKeys = {
  all: (ess: string) => [...keys.ess(ess), 'audit'] as const,
  reviews: (ess: string) => [...keys.ess(ess), 'audit', 'reviews'] as const,
  trail: (ess: string, query: TrailQuery) => [...keys.ess(ess), 'audit', 'trail', query] as const,
  filters: (ess: string) => [...keys.ess(ess), 'audit', 'filters'] as const,
  state: (ess: string) => [...keys.ess(ess), 'audit', 'state'] as const,
};

/** Ids and days only: a name never sits in an address. What is empty narrows nothing, and is not sent. */
const asked = ({ patient, family, ...typed }: TrailQuery, after: string | null) => ({
  from: typed.from || undefined,
  to: typed.to || undefined,
  actor: typed.actor || undefined,
  action: typed.action || undefined,
  family: family || undefined,
  patient: patient?.id,
  after: after ?? undefined,
});

export const oversightApi = (ess: string) => {
  const team = { params: { path: { ess } } };
  return {
    trail: (query: TrailQuery, after: string | null) =>
      call(() => api.GET('/api/e/{ess}/audit', { params: { path: { ess }, query: asked(query, after) } })),
    filters: () => call(() => api.GET('/api/e/{ess}/audit/filters', team)),
    findPatient: (body: PatientAsked) => call(() => api.POST('/api/e/{ess}/audit/patients', { ...team, body })),
    state: () => call(() => api.GET('/api/e/{ess}/audit/state', team)),
    verify: () => call(() => api.POST('/api/e/{ess}/audit/verify', team)),
    reviews: () => call(() => api.GET('/api/e/{ess}/audit/reviews', team)),
    review: ({ kind, id }: ReviewItem, verdict: Verdict, note: string) => {
      const about = kind === 'exceptional' ? { exceptionalId: id } : { auditId: id };
      return call(() => api.POST('/api/e/{ess}/audit/reviews', { ...team, body: { ...about, verdict, note } }));
    },
  };
};
