import { Global, Module } from '@nestjs/common';
import { PatientRow } from './patient.entity.ts';
import { Patients } from './patients.service.ts';

export const PATIENTS_ENTITIES = [PatientRow];

@Global()
@Module({ providers: [Patients], exports: [Patients] })
export class PatientsModule {}
