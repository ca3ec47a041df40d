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
    tellExceptional(
      stage,
      cast,
      memberCalled(cast, 'Le Bris'),
      'Malaise signalé par l’EHPAD, médecin traitant injoignable.',
    ),
  );
  await onStage(env, ago(1), async (stage) => {
    await tellExceptional(
      stage,
      cast,
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

/** On a file he has nothing to do with, whose patient took his accord back the day before. */
async function tellExceptional(stage: Stage, cast: Cast, member: Member, text: string): Promise<void> {
  const patientId = await quietPatient(stage, member);
  if (!patientId) return;
  const at = stage.clock.now();
  stage.clock.travelTo(new Date(at.getTime() - DAY_MS));
  const said = { kind: 'withdrawal', mode: 'oral', at: stage.clock.now().toISOString() } as const;
  await stage.consents.record(memberCalled(cast, 'Rouaud'), patientId, said);
  stage.clock.travelTo(at);
  await stage.exceptional.open(member, { patientId, reasonCode: 'urgence', text });
  stage.clock.advanceMinutes(2);
  await looks(stage, member, patientId, 'exceptional');
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

/** Nothing of hers is open, and he took no part in what was. */
async function quietPatient({ database, clock }: Stage, member: Member): Promise<string | null> {
  const rows: { id: string }[] = await database.tx(member.ctx, (tx) =>
    tx.manager.query(
      `select p.id from patient p
        where p.tenant_id = $1 and p.created_at < $2 and p.merged_into is null
          and exists (select 1 from consent c where c.tenant_id = $1 and c.patient_id = p.id and c.kind = 'consent')
          and not exists (select 1 from consent c where c.tenant_id = $1 and c.patient_id = p.id and c.kind = 'withdrawal')
          and not exists (select 1 from request r
                           where r.tenant_id = p.tenant_id and r.patient_id = p.id and r.state <> all($3))
          and not exists (select 1 from request r join audit a on a.tenant_id = r.tenant_id and a.resource_id = r.id
                           where r.tenant_id = p.tenant_id and r.patient_id = p.id and a.actor_id = $4)
          and not exists (select 1 from request r
                           where r.tenant_id = p.tenant_id and r.patient_id = p.id
                             and $4 in (r.owner_id, r.author_id, r.treating_doctor_id, r.taken_by))
        order by p.id limit 1`,
      [member.ess.id, clock.now(), [...CLOSED_STATES], member.professionalId],
    ),
  );
  return rows[0]?.id ?? null;
}
