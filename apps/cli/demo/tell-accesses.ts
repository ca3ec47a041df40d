import { DomainError } from '#contracts';
import { CLOSED_STATES } from '#contracts/transitions';
import type { Member } from '#directory';
import type { Cast } from './cast.ts';
import { CARDIO_ESTUAIRE } from './data/ess.ts';
import { DEMO_PEOPLE } from './data/people.ts';
import { onStage, type Stage } from './stage.ts';

const DAY_MS = 86_400_000;

/** What « Contrôle » has to review: two exceptional accesses, one of them late, and a secretary who opened homonyms. */
export async function tellAccesses(env: NodeJS.ProcessEnv, cast: Cast, now: Date): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  await onStage(env, ago(9), (stage) =>
    tellExceptional(stage, memberCalled(cast, 'Le Bris'), 'Malaise signalé par l’EHPAD, médecin traitant injoignable.'),
  );
  await onStage(env, ago(1), async (stage) => {
    await tellExceptional(
      stage,
      memberCalled(cast, 'Marin'),
      'Appel du SAMU : patient en route, traitement en cours demandé.',
    );
    await tellHomonyms(stage, memberCalled(cast, 'Moreau'));
  });
}

function memberCalled(cast: Cast, lastName: string): Member {
  const person = DEMO_PEOPLE.find((one) => one.essSlug === CARDIO_ESTUAIRE.slug && one.lastName === lastName);
  if (!person) throw new Error(`nobody of the demonstration is called ${lastName}`);
  return cast.member(person);
}

/** On the first file that is not within his reach. */
async function tellExceptional(stage: Stage, member: Member, text: string): Promise<void> {
  for (const patientId of await quietPatients(stage, member)) {
    try {
      await stage.exceptional.open(member, { patientId, reasonCode: 'urgence', text });
    } catch (error) {
      if (error instanceof DomainError) continue;
      throw error;
    }
    stage.clock.advanceMinutes(2);
    await looks(stage, member, patientId, 'exceptional');
    return;
  }
}

/** Patients of her own name, while their request is open: allowed, and to be looked at. */
async function tellHomonyms(stage: Stage, member: Member): Promise<void> {
  const patients: { id: string }[] = await stage.database.tx(member.ctx, (tx) =>
    tx.manager.query(`select id from patient where tenant_id = $1 and birth_name = 'Moreau' order by id limit 3`, [
      member.ess.id,
    ]),
  );
  for (const { id } of patients) {
    stage.clock.advanceMinutes(7);
    await looks(stage, member, id, 'desk');
  }
}

const looks = (stage: Stage, member: Member, patientId: string, reason: string): Promise<void> =>
  stage.database.tx(member.ctx, (tx) =>
    stage.audit.line(tx, { action: 'patient.read', resource: 'patient', resourceId: patientId, reason }),
  );

/** Nothing of theirs is open: the desk has no reason to read them any more. */
async function quietPatients({ database, clock }: Stage, member: Member): Promise<string[]> {
  const rows: { id: string }[] = await database.tx(member.ctx, (tx) =>
    tx.manager.query(
      `select p.id from patient p
        where p.tenant_id = $1 and p.created_at < $2
          and not exists (select 1 from request r
                           where r.tenant_id = p.tenant_id and r.patient_id = p.id and r.state <> all($3))
        order by p.id desc limit 40`,
      [member.ess.id, clock.now(), [...CLOSED_STATES]],
    ),
  );
  return rows.map(({ id }) => id);
}
