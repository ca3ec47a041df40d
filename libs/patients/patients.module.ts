import { Global, Module } from '@nestjs/common';
import { ACCESS_REASON } from './access-reason.ts';
import { AccessReasons } from './access-reasons.service.ts';
import { Circle } from './circle/circle.service.ts';
import { CircleMemberRow } from './circle/circle-member.entity.ts';
import { ConsentRow } from './consent/consent.entity.ts';
import { Consents } from './consent/consents.service.ts';
import { ExceptionalAccessRow } from './exceptional/exceptional-access.entity.ts';
import { Exceptional } from './exceptional/exceptional.service.ts';
import { Identities } from './identity/identities.service.ts';
import { PatientChangeRow } from './identity/patient-change.entity.ts';
import { PatientHistory } from './identity/patient-history.service.ts';
import { Duplicates } from './merge/duplicates.service.ts';
import { Merges } from './merge/merges.service.ts';
import { PatientRow } from './patient.entity.ts';
import { PatientDoor } from './patient-door.service.ts';
import { Patients } from './patients.service.ts';
import { AccessList } from './trail/access-list.service.ts';
import { InvitePatient } from './trail/invite-patient.service.ts';
import { PatientSpace } from './trail/patient-space.service.ts';

export const PATIENTS_ENTITIES = [PatientRow, PatientChangeRow, ConsentRow, CircleMemberRow, ExceptionalAccessRow];

const SERVICES = [
  Patients,
  PatientDoor,
  PatientHistory,
  Identities,
  Consents,
  Circle,
  Duplicates,
  Merges,
  Exceptional,
  AccessReasons,
  AccessList,
  PatientSpace,
  InvitePatient,
];

@Global()
@Module({
  providers: [...SERVICES, { provide: ACCESS_REASON, useExisting: AccessReasons }],
  exports: [...SERVICES, ACCESS_REASON],
})
export class PatientsModule {}
