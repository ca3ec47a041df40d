import { useQuery } from '@tanstack/react-query';
import { api, call } from './client.ts';
import { keys } from './query-client.ts';

/** The ESS, its hours and protocol, and what the person may do in it; looked at again every minute for the hours. */
export const useEssContext = (ess: string) =>
  useQuery({
    queryKey: keys.context(ess),
    queryFn: () => call(() => api.GET('/api/e/{ess}/context', { params: { path: { ess } } })),
    refetchInterval: 60_000,
  });
