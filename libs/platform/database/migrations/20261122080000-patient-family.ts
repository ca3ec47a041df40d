import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every file of one person, whichever of them is asked for. An array, so that who asks writes
 * `= any((select patient_family(…))::uuid[])`: the files are found once, before the rows they choose. Joined to
 * them, as it was, a planner without fresh statistics asked for the root of the family at each couple of rows.
 */
const FAMILY = `
create function patient_family(p_tenant uuid, p_patient uuid) returns uuid[] language plpgsql stable as $$
declare root uuid := patient_root(p_tenant, p_patient);
begin
  return array(select p.id from patient p where p.tenant_id = p_tenant and p.id = root
               union all
               select p.id from patient p where p.tenant_id = p_tenant and p.merged_into = root);
end $$;
grant execute on function patient_family(uuid, uuid) to guichet_app;
`;

/** The files of one person are found once a question. */
export class PatientFamily20261122080000 implements MigrationInterface {
  name = 'PatientFamily20261122080000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FAMILY);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
