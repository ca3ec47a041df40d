import { api, call } from '../api/client.ts';
import type { DayView, MoveView, OptionView, Target } from './views.ts';

interface Version {
  date: string;
  version: number;
}

export const fetchDay = (ess: string, date: string) =>
  call<DayView>(() => api.GET('/api/e/{ess}/mobile/day', { params: { path: { ess }, query: { date } } }));

export const fetchOptions = (ess: string, date: string, id: string) =>
  call<OptionView[]>(() =>
    api.GET('/api/e/{ess}/mobile/visits/{id}/options', { params: { path: { ess, id }, query: { date } } }),
  );

export const planDay = (ess: string, body: Version & { seconds: number }) =>
  call<DayView>(() => api.POST('/api/e/{ess}/mobile/day/plan', { params: { path: { ess } }, body }));

export const moveVisit = (ess: string, body: Version & Target & { actId: string; dryRun: boolean }) =>
  call<MoveView>(() => api.POST('/api/e/{ess}/mobile/day/move', { params: { path: { ess } }, body }));

export const lockVisit = (ess: string, body: Version & { actId: string; locked: boolean }) =>
  call<DayView>(() => api.POST('/api/e/{ess}/mobile/day/lock', { params: { path: { ess } }, body }));

export const publishDay = (ess: string, body: Version) =>
  call<DayView>(() => api.POST('/api/e/{ess}/mobile/day/publish', { params: { path: { ess } }, body }));
