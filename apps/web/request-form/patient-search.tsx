import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { isDay } from './is-day.ts';
import { api, call } from '../api/client.ts';
import { messageOf } from '../api/errors.ts';
import type { PatientIdentityView } from '../api/views.ts';
import { formatAge, formatCivilDate } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import styles from './form.module.css';
import { OpenRequests } from './open-requests.tsx';
import { useForm } from './form-context.tsx';
import { withoutPatient, withPatient } from './patient-answers.ts';

/** Patients already known to the organisation, found by what is being typed: nothing is asked twice. */
export function PatientSearch() {
  const { answers, actions, ess, draft } = useForm();
  const { birthDate, birthName, patientId } = answers.patient;
  const [query] = useDebouncedValue(`${birthDate ?? ''}|${birthName.trim()}`, 300);
  const [date = '', name = ''] = query.split('|');
  const found = useQuery({
    queryKey: ['ess', ess.slug, 'patients', date, name.toLowerCase()],
    queryFn: () =>
      call(() =>
        api.POST('/api/e/{ess}/patients/search', {
          params: { path: { ess: ess.slug } },
          body: { birthDate: date, ...(name && { name }) },
        }),
      ),
    enabled: patientId === null && isDay(date),
  });
  const identity = useMutation({
    mutationFn: (id: string) =>
      call<PatientIdentityView>(() =>
        api.POST('/api/e/{ess}/patients/{id}/identity', { params: { path: { ess: ess.slug, id } } }),
      ),
    onSuccess: (person) => actions.change((before) => withPatient(before, person)),
  });

  if (patientId !== null) {
    return (
      <div className={styles.hit}>
        <span>
          <strong>
            {answers.patient.birthName} {answers.patient.givenNames}
          </strong>
          <small>Déjà connu de l’équipe : vérifiez le téléphone et le lieu.</small>
        </span>
        <Button variant="default" onClick={() => actions.change(withoutPatient)}>
          Changer de patient
        </Button>
      </div>
    );
  }
  const hits = found.data ?? [];
  return (
    <div className={styles.found} role="region" aria-label="Patients déjà connus" aria-live="polite">
      {identity.isError && <Notice tone="error">{messageOf(identity.error)}</Notice>}
      {hits.length > 0 && (
        <p className="soft">
          {draft.mode === 'call' ? 'Déjà connus de l’équipe :' : 'Déjà connus de votre structure :'}
        </p>
      )}
      {hits.length > 0 && (
        <ul className={styles.hits}>
          {hits.map((hit) => (
            <li key={hit.id} className={styles.hit}>
              <span>
                <strong>
                  {hit.birthName} {hit.givenNames}
                </strong>
                <small>
                  {formatCivilDate(hit.birthDate)}, {formatAge(hit.birthDate, new Date())}
                  {hit.communeName && ` · ${hit.communeName}`}
                </small>
                <OpenRequests requests={hit.openRequests} slug={ess.slug} />
              </span>
              <Button
                variant="default"
                loading={identity.isPending && identity.variables === hit.id}
                onClick={() => identity.mutate(hit.id)}
                aria-label={`C’est cette personne : ${hit.birthName} ${hit.givenNames}`}
              >
                C’est cette personne
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
