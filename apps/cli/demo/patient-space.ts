import { hashPassword } from '#accounts';
import { uuidv7 } from '#platform';
import type { Cast } from './cast.ts';
import { CARDIO_ESTUAIRE } from './data/ess.ts';
import type { Stage } from './stage.ts';

/** Somebody with a circle, who reads by himself who opened his file. */
export const DEMO_PATIENT = {
  email: 'mon.espace@demo.guichet.example',
  password: 'demo-patient-2026',
  role: 'Patient',
  ess: CARDIO_ESTUAIRE.slug,
  name: 'Un patient, dans son espace',
} as const;

/** As if he had followed the link of his invitation; once, and in a folder of before at its next start. */
export async function openPatientSpace({ database, clock }: Stage, cast: Cast): Promise<void> {
  const { id: tenantId } = cast.essOf(CARDIO_ESTUAIRE.slug);
  const now = clock.now();
  const passwordHash = await hashPassword(DEMO_PATIENT.password);
  await database.tx({ tenantId, userId: null }, async ({ manager }) => {
    const [patient]: { id: string }[] = await manager.query(WHO_HAS_A_CIRCLE, [tenantId]);
    if (!patient) return;
    const [account]: { id: string }[] = await manager.query(OPEN_ACCOUNT, [
      uuidv7(now),
      DEMO_PATIENT.email,
      passwordHash,
      now,
    ]);
    if (!account) return;
    await manager.query(
      `insert into patient_account (tenant_id, id, patient_id, account_id, created_at) values ($1, $2, $3, $4, $5)`,
      [tenantId, uuidv7(now), patient.id, account.id, now],
    );
  });
}

const WHO_HAS_A_CIRCLE = `
  select p.id from patient p left join circle_member c on c.tenant_id = p.tenant_id and c.patient_id = p.id
   where p.tenant_id = $1 and p.erased_at is null and p.merged_into is null
   group by p.id order by count(c.id) desc, p.id limit 1`;

const OPEN_ACCOUNT = `
  insert into account (id, email, password_hash, password_changed_at, created_at) values ($1, $2, $3, $4, $4)
  on conflict (email) do nothing returning id`;
