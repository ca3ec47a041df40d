import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { isApiError } from '../api/errors.ts';
import { keys } from '../api/query-client.ts';
import { fetchDay, fetchOptions, lockVisit, planDay, publishDay } from './day-api.ts';
import type { DayView } from './views.ts';

/** One day of the tours; signals fetch it again, and a minute at most goes by without looking. */
export const useDay = (ess: string, date: string) =>
  useQuery({
    queryKey: keys.mobileDay(ess, date),
    queryFn: () => fetchDay(ess, date),
    refetchInterval: 60_000,
  });

/** Where else this visit could go, the best place first; asked again each time the day changes. */
export const useOptions = (ess: string, day: DayView, actId: string, enabled: boolean) =>
  useQuery({
    queryKey: [...keys.mobileDay(ess, day.date), 'options', actId, day.version],
    queryFn: () => fetchOptions(ess, day.date, actId),
    enabled,
    staleTime: Infinity,
    refetchInterval: false,
  });

/** What changes the whole day; the answer becomes the day shown, a refusal brings the fresh one. */
export type DayOrder =
  { name: 'plan'; seconds: number } | { name: 'publish' } | { name: 'lock'; actId: string; locked: boolean };

interface DayHandlers {
  onDone: (order: DayOrder, before: DayView, after: DayView) => void;
  onRefused: (error: unknown) => void;
}

function send(ess: string, day: DayView, order: DayOrder): Promise<DayView> {
  const version = { date: day.date, version: day.version };
  switch (order.name) {
    case 'plan':
      return planDay(ess, { ...version, seconds: order.seconds });
    case 'publish':
      return publishDay(ess, version);
    case 'lock':
      return lockVisit(ess, { ...version, actId: order.actId, locked: order.locked });
  }
}

export function useDayOrders(ess: string, { onDone, onRefused }: DayHandlers) {
  const keep = useKeepDay(ess);
  return useMutation({
    mutationFn: ({ day, order }: { day: DayView; order: DayOrder }) => send(ess, day, order),
    onSuccess: (after, { day, order }) => {
      keep.show(after);
      onDone(order, day, after);
    },
    onError: (error, { day }) => {
      keep.reload(day.date);
      onRefused(error);
    },
  });
}

export function useKeepDay(ess: string) {
  const client = useQueryClient();
  const show = useCallback(
    (day: DayView) => {
      // A fetch on its way would bring back the day as it was.
      void client.cancelQueries({ queryKey: keys.mobileDay(ess, day.date), exact: true });
      client.setQueryData(keys.mobileDay(ess, day.date), day);
    },
    [client, ess],
  );
  const reload = useCallback(
    (date: string) => void client.invalidateQueries({ queryKey: keys.mobileDay(ess, date) }),
    [client, ess],
  );
  return { show, reload };
}

export const isStale = (error: unknown) => isApiError(error, 'plan.stale');
