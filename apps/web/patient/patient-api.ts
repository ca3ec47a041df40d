import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../api/client.ts';
import { isApiError } from '../api/errors.ts';
import { keys } from '../api/query-client.ts';
import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];

export const usePatient = (ess: string, id: string) =>
  useQuery({
    queryKey: keys.patient(ess, id),
    queryFn: () => call(() => api.GET('/api/e/{ess}/patients/{id}', { params: { path: { ess, id } } })),
  });

/** One act on the file of a patient. */
export type PatientOrder =
  | { act: 'correct'; body: Schemas['TraitsDto'] }
  | { act: 'document'; body: Schemas['DocumentDto'] }
  | { act: 'consent'; body: Schemas['ConsentDto'] }
  | { act: 'add'; body: Schemas['CircleMemberDto'] }
  | { act: 'end'; memberId: string }
  | { act: 'unmerge'; body: Schemas['OtherPatientDto'] };

function send(ess: string, id: string, order: PatientOrder): Promise<Schemas['PatientPageView']> {
  const params = { path: { ess, id } };
  switch (order.act) {
    case 'correct':
      return call(() => api.PUT('/api/e/{ess}/patients/{id}/traits', { params, body: order.body }));
    case 'document':
      return call(() => api.POST('/api/e/{ess}/patients/{id}/document', { params, body: order.body }));
    case 'consent':
      return call(() => api.POST('/api/e/{ess}/patients/{id}/consents', { params, body: order.body }));
    case 'add':
      return call(() => api.POST('/api/e/{ess}/patients/{id}/circle', { params, body: order.body }));
    case 'end': {
      const path = { ess, id, memberId: order.memberId };
      return call(() => api.POST('/api/e/{ess}/patients/{id}/circle/{memberId}/end', { params: { path } }));
    }
    case 'unmerge':
      return call(() => api.POST('/api/e/{ess}/patients/{id}/unmerge', { params, body: order.body }));
  }
}

/** What is answered becomes the page shown, and what hangs on it is fetched again. */
export function usePatientAct(ess: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: PatientOrder) => send(ess, id, order),
    onSuccess: (page) => {
      client.setQueryData(keys.patient(ess, id), page);
      void client.invalidateQueries({ queryKey: keys.requests(ess) });
      void client.invalidateQueries({ queryKey: keys.desk(ess) });
      void client.invalidateQueries({ queryKey: keys.duplicates(ess) });
    },
    onError: (error) => {
      if (isApiError(error, 'patient.stale')) void client.invalidateQueries({ queryKey: keys.patient(ess, id) });
    },
  });
}

export const useDuplicates = (ess: string) =>
  useQuery({
    queryKey: keys.duplicates(ess),
    queryFn: () => call(() => api.GET('/api/e/{ess}/patients/duplicates', { params: { path: { ess } } })),
  });

/** `onDone` is heard even when the pair has left the screen meanwhile. */
export function useDistinct(ess: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['DistinctDto']) =>
      call(() => api.POST('/api/e/{ess}/patients/duplicates/distinct', { params: { path: { ess } }, body })),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: keys.duplicates(ess) }),
  });
}

export function useMerge(ess: string, onDone: (kept: Schemas['PatientPageView']) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Schemas['MergeDto'] & { id: string }) =>
      call(() => api.POST('/api/e/{ess}/patients/{id}/merge', { params: { path: { ess, id } }, body })),
    onSuccess: onDone,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.requests(ess) });
      void client.invalidateQueries({ queryKey: keys.desk(ess) });
      void client.invalidateQueries({ queryKey: keys.patients(ess) });
      return client.invalidateQueries({ queryKey: keys.duplicates(ess) });
    },
  });
}

const accessesKey = (ess: string) => [...keys.ess(ess), 'exceptional-accesses'] as const;

export const useLiveAccesses = (ess: string) =>
  useQuery({
    queryKey: accessesKey(ess),
    queryFn: () => call(() => api.GET('/api/e/{ess}/exceptional/mine', { params: { path: { ess } } })),
  });

export const useExceptionalSearch = (ess: string) =>
  useMutation({
    mutationFn: (body: Schemas['ExceptionalSearchDto']) =>
      call(() => api.POST('/api/e/{ess}/exceptional/search', { params: { path: { ess } }, body })),
  });

export function useOpenExceptional(ess: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['ExceptionalOpenDto']) =>
      call(() => api.POST('/api/e/{ess}/exceptional', { params: { path: { ess } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: accessesKey(ess) }),
  });
}

export function useEndExceptional(ess: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      call(() => api.POST('/api/e/{ess}/exceptional/{id}/end', { params: { path: { ess, id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: accessesKey(ess) }),
  });
}
