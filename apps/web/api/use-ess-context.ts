import { useQuery } from '@tanstack/react-query';
import { offlineCopy, orKept } from '../session/offline-copy.ts';
import { api, call } from './client.ts';
import { keys } from './query-client.ts';

/** The ESS, its hours and protocol, and what the person may do in it; looked at again every minute for the hours. */
export const useEssContext = (ess: string) =>
  useQuery({
    queryKey: keys.context(ess),
    queryFn: () =>
      orKept(
        () => call(() => api.GET('/api/e/{ess}/context', { params: { path: { ess } } })),
        () => offlineCopy.context(ess),
      ),
    refetchInterval: 60_000,
  });
