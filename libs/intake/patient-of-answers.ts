import { notFound } from '#contracts';
import type { Member } from '#directory';
import { searchName } from '#directory';
import type { RequestAnswers } from '#forms';
import { isReadOnly, Patients, readOnly } from '#patients';
import type { AccessReason, PatientIdentity } from '#patients';
import type { Key, Tx } from '#platform';

/** The identity a form describes; the answers have been validated. */
export function identityOf(answers: RequestAnswers): PatientIdentity {
  const { patient, place } = answers;
  return {
    birthName: patient.birthName.trim(),
    givenNames: patient.givenNames.trim(),
    usedName: patient.usedName.trim(),
    sex: patient.sex ?? 'unknown',
    birthDate: patient.birthDate ?? '',
    birthPlaceInsee: patient.birthPlaceInsee,
    phone: patient.phone,
    insMatricule: patient.insMatricule,
    insOid: patient.insOid,
    contactName: patient.contactName,
    contactPhone: patient.contactPhone,
    language: patient.language,
    place: place.kind,
    communeInsee: place.communeInsee,
    address: place.address,
    accessNotes: place.accessNotes,
    mobility: place.mobility,
  };
}

/**
 * The patient of a request: the one chosen, the same person already known to the organisation (same birth date, sex and
 * names), or a new one.
 */
export async function patientOf(
  tx: Tx,
  patients: Patients,
  access: AccessReason,
  member: Member,
  organisationId: string,
  answers: RequestAnswers,
): Promise<{ id: string; key: Key }> {
  const identity = identityOf(answers);
  const chosen = answers.patient.patientId;
  if (chosen) await refuseOutOfReach(tx, access, member, chosen);
  const known = chosen ?? (await samePerson(tx, organisationId, identity));
  const patient = known ? await patients.update(tx, known, identity) : await patients.create(tx, identity);
  await patients.linkOrganisation(tx, patient.id, organisationId);
  return patient;
}

async function refuseOutOfReach(tx: Tx, access: AccessReason, member: Member, id: string): Promise<void> {
  const reason = await access.toPatient(tx, member, id);
  if (!reason) throw notFound();
  if (isReadOnly(reason)) throw readOnly();
}

/** The same person already known to the organisation: same birth date, sex and names. */
export async function samePerson(tx: Tx, organisationId: string, identity: PatientIdentity): Promise<string | null> {
  const rows: { id: string }[] = await tx.manager.query(
    `select coalesce(p.merged_into, p.id) as id from patient p
       join patient_organisation o on o.tenant_id = p.tenant_id and o.patient_id = p.id and o.organisation_id = $4
      where p.birth_date = $1::date and p.sex = $2 and p.search_name = $3 limit 1`,
    [
      identity.birthDate,
      identity.sex,
      searchName(identity.birthName, identity.usedName, identity.givenNames),
      organisationId,
    ],
  );
  return rows[0]?.id ?? null;
}
