export { ACCESS_REASON } from './access-reason.ts';
export { AccessReasons } from './access-reasons.service.ts';
export type { AccessReason, AccessReasonKind } from './access-reason.ts';
export { ageOn, identityStatus, listName } from './identity.ts';
export type { PatientIdentity } from './identity.ts';
export { PatientRow } from './patient.entity.ts';
export { PATIENTS_ENTITIES, PatientsModule } from './patients.module.ts';
export { Patients } from './patients.service.ts';
export type { PatientHit } from './patients.service.ts';
