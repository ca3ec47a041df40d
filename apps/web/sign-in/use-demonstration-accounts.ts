import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, once } from '../api/client.ts';
import type { DemonstrationAccountView } from '../api/views.ts';
import { secondsLeft } from '../session/factor-words.ts';

/** Outside of a demonstration this address does not exist, and nothing is shown. The codes are asked again as they end. */
export const useDemonstrationAccounts = (enabled = true) =>
  useQuery({
    queryKey: ['demonstration', 'accounts'],
    queryFn: () => once(() => api.GET('/api/demonstration/accounts')),
    retry: false,
    staleTime: Infinity,
    refetchInterval: ({ state: { data } }) => codesEndIn(data),
    enabled,
  });

function codesEndIn(accounts: DemonstrationAccountView[] | undefined): number | false {
  const seconds = (accounts ?? []).flatMap(({ code, codeSecondsLeft }) => (code ? codeSecondsLeft : []));
  return seconds.length > 0 && Math.max(1, Math.min(...seconds)) * 1000 + 250;
}

/** The seconds of a code, counted down from the answer that brought it. */
export function useSecondsLeft(secondsAtAnswer: number, answeredAt: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.min(secondsAtAnswer, secondsLeft(secondsAtAnswer, answeredAt, now));
}
