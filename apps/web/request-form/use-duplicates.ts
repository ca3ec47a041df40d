import { useQuery } from '@tanstack/react-query';
import { api, call } from '../api/client.ts';

/** Requests already open for this patient and this reason, known before sending. */
export const useDuplicates = (ess: string, patientId: string | null, reason: string | null) =>
  useQuery({
    queryKey: ['ess', ess, 'duplicates', patientId, reason],
    queryFn: () =>
      call(() =>
        api.POST('/api/e/{ess}/requests/duplicates', {
          params: { path: { ess } },
          body: { patientId: patientId ?? '', reason: reason ?? '' },
        }),
      ),
    enabled: patientId !== null && reason !== null,
  });
