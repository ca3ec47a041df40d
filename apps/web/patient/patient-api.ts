import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { isApiError } from '../api/errors.ts';
import { keys } from '../api/query-client.ts';
import type { DuplicatePair, ExceptionalHit, OpenedAccess, PatientPage } from './views.ts';

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

async function ask<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Answer<T>> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const said: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  return response.ok ? { data: said as T, response } : { error: said, response };
}

const base = (ess: string) => `/api/e/${ess}`;

export const patientKey = (ess: string, id: string) => [...keys.ess(ess), 'patients', id] as const;
const duplicatesKey = (ess: string) => [...keys.ess(ess), 'patient-duplicates'] as const;

export const usePatient = (ess: string, id: string) =>
  useQuery({
    queryKey: patientKey(ess, id),
    queryFn: () => call(() => ask<PatientPage>('GET', `${base(ess)}/patients/${id}`)),
  });

/** One act on the file; the page answered becomes the page shown, and what hangs on it is fetched again. */
export function usePatientAct<B extends object>(ess: string, id: string, method: 'POST' | 'PUT', path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: B) => call(() => ask<PatientPage>(method, `${base(ess)}/patients/${id}/${path}`, body)),
    onSuccess: (page) => {
      client.setQueryData(patientKey(ess, id), page);
      void client.invalidateQueries({ queryKey: keys.requests(ess) });
      void client.invalidateQueries({ queryKey: keys.desk(ess) });
      void client.invalidateQueries({ queryKey: duplicatesKey(ess) });
    },
    onError: (error) => {
      if (isApiError(error, 'patient.stale')) void client.invalidateQueries({ queryKey: patientKey(ess, id) });
    },
  });
}

/** G's route: the link leaves by mail. */
export const useInvitePatient = (ess: string, id: string) =>
  useMutation({
    mutationFn: (email: string) => call(() => ask<object>('POST', `${base(ess)}/patients/${id}/invite`, { email })),
  });

export const useDuplicates = (ess: string) =>
  useQuery({
    queryKey: duplicatesKey(ess),
    queryFn: () => call(() => ask<DuplicatePair[]>('GET', `${base(ess)}/patients/duplicates`)),
  });

export function useDistinct(ess: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { a: string; b: string }) =>
      call(() => ask<object>('POST', `${base(ess)}/patients/duplicates/distinct`, body)),
    onSettled: () => client.invalidateQueries({ queryKey: duplicatesKey(ess) }),
  });
}

export function useMerge(ess: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; otherId: string; version: number }) =>
      call(() => ask<PatientPage>('POST', `${base(ess)}/patients/${id}/merge`, body)),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.requests(ess) });
      void client.invalidateQueries({ queryKey: keys.desk(ess) });
      void client.invalidateQueries({ queryKey: [...keys.ess(ess), 'patients'] });
      return client.invalidateQueries({ queryKey: duplicatesKey(ess) });
    },
  });
}

const accessesKey = (ess: string) => [...keys.ess(ess), 'exceptional-accesses'] as const;

export const useLiveAccesses = (ess: string) =>
  useQuery({
    queryKey: accessesKey(ess),
    queryFn: () => call(() => ask<OpenedAccess[]>('GET', `${base(ess)}/exceptional/mine`)),
  });

export const useExceptionalSearch = (ess: string) =>
  useMutation({
    mutationFn: (body: { birthDate: string; birthName: string; givenName: string }) =>
      call(() => ask<ExceptionalHit[]>('POST', `${base(ess)}/exceptional/search`, body)),
  });

export function useOpenExceptional(ess: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { patientId: string; reasonCode: string; text: string }) =>
      call(() => ask<{ id: string; expiresAt: string }>('POST', `${base(ess)}/exceptional`, body)),
    onSuccess: () => client.invalidateQueries({ queryKey: accessesKey(ess) }),
  });
}

export function useEndExceptional(ess: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(() => ask<object>('POST', `${base(ess)}/exceptional/${id}/end`, {})),
    onSettled: () => client.invalidateQueries({ queryKey: accessesKey(ess) }),
  });
}
