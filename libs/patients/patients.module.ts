import { Global, Module } from '@nestjs/common';
import { ACCESS_REASON } from './access-reason.ts';
import { AccessReasons } from './access-reasons.service.ts';
import { PatientRow } from './patient.entity.ts';
import { Patients } from './patients.service.ts';
import { AccessList } from './trail/access-list.service.ts';
import { InvitePatient } from './trail/invite-patient.service.ts';
import { PatientSpace } from './trail/patient-space.service.ts';

export const PATIENTS_ENTITIES = [PatientRow];

@Global()
@Module({
  providers: [
    Patients,
    AccessReasons,
    AccessList,
    PatientSpace,
    InvitePatient,
    { provide: ACCESS_REASON, useExisting: AccessReasons },
  ],
  exports: [Patients, AccessReasons, AccessList, PatientSpace, InvitePatient, ACCESS_REASON],
})
export class PatientsModule {}
