import { CLOSED_STATES } from '#contracts/transitions';
import type { Directory } from '#directory';
import type { Patients } from '#patients';
import type { Database } from '#platform';
import { StartError } from '../start/start-error.ts';

export interface Erasure {
  slug: string;
  /** Of any request of the patient. */
  reference: string;
  /** False: only says what it would do. */
  sure: boolean;
}

/**
 * The patient of a request, erased for ever; his requests stay as rows that nobody can read.
 * While one of them is open somebody still answers for him: it is refused.
 * @returns how many requests are his.
 */
export async function erasePatient(
  services: { database: Database; directory: Directory; patients: Patients },
  { slug, reference, sure }: Erasure,
): Promise<{ requests: number; erased: boolean }> {
  const ess = (await services.directory.allEss()).find((candidate) => candidate.slug === slug);
  if (!ess) throw new StartError(`Aucune ESS « ${slug} ».`);
  return services.database.tx({ tenantId: ess.id, userId: null }, async (tx) => {
    // A new request of the same patient waits here, then finds him erased.
    const [patient]: { id: string; erased: boolean }[] = await tx.manager.query(
      `select id, erased_at is not null as erased from patient
        where id = (select patient_root($1, patient_id) from request where tenant_id = $1 and reference = $2)
          and tenant_id = $1 for update`,
      [ess.id, reference],
    );
    if (!patient) throw new StartError(`Aucune demande ${reference} dans « ${slug} ».`);
    if (patient.erased) throw new StartError('Ce dossier est déjà effacé.');
    const requests: { reference: string; open: boolean }[] = await tx.manager.query(
      `select reference, state <> all($3) as open from request
        where tenant_id = $1 and patient_id = any($2) order by received_at`,
      [ess.id, await services.patients.family(tx, patient.id), [...CLOSED_STATES]],
    );
    const open = requests.filter((request) => request.open).map((request) => request.reference);
    if (open.length > 0) {
      throw new StartError(`Ce dossier a une demande ouverte (${open.join(', ')}) : fermez-la d'abord.`);
    }
    if (sure) await services.patients.erase(tx, patient.id, ess.timezone, 'effacement');
    return { requests: requests.length, erased: sure };
  });
}
