import { QueryClient } from '@tanstack/react-query';
import { isApiError } from './errors.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    // A lost network is said at once; nothing waits in silence.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 20_000,
      // What the person may not see does not appear by asking again.
      retry: (count, error) => count < 2 && (!isApiError(error) || error.status === 0 || error.status >= 500),
    },
  },
});

/** One tree of keys: a signal or a sign-out invalidates a branch. */
export const keys = {
  session: ['session'] as const,
  ess: (ess: string) => ['ess', ess] as const,
  context: (ess: string) => ['ess', ess, 'context'] as const,
  requests: (ess: string) => ['ess', ess, 'requests'] as const,
  requestList: (ess: string, scope: string, status: string) => ['ess', ess, 'requests', 'list', scope, status] as const,
  request: (ess: string, id: string) => ['ess', ess, 'requests', 'one', id] as const,
  desk: (ess: string) => ['ess', ess, 'desk'] as const,
  deskQueue: (ess: string) => ['ess', ess, 'desk', 'queue'] as const,
  /** The tours: days of the coordinator, today of the nurse. */
  mobile: (ess: string) => ['ess', ess, 'mobile'] as const,
  mobileDay: (ess: string, date: string) => ['ess', ess, 'mobile', 'day', date] as const,
  /** Pages of patients, one by one; what they hold of health leaves with a sign-out. */
  patients: (ess: string) => ['ess', ess, 'patient-pages'] as const,
  patient: (ess: string, id: string) => ['ess', ess, 'patient-pages', id] as const,
  duplicates: (ess: string) => ['ess', ess, 'patient-duplicates'] as const,
  deskSummary: (ess: string) => ['ess', ess, 'desk', 'summary'] as const,
};
