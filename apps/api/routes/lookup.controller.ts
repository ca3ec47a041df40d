import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentMember } from '#accounts';
import type { Member } from '#directory';
import {
  DuplicatesDto,
  Lookup,
  OpenRequestView,
  PatientHitView,
  PatientIdentityView,
  PatientSearchDto,
  ProfessionalHitView,
  SearchDto,
} from '#intake';
import { UuidPipe } from './uuid.pipe.ts';

/** Searches on people are POST: a name never sits in a URL. */
@ApiTags('lookup')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess')
export class LookupController {
  constructor(private readonly lookup: Lookup) {}

  @Allow('patient.search')
  @Post('patients/search')
  @HttpCode(200)
  patients(@CurrentMember() member: Member, @Body() body: PatientSearchDto): Promise<PatientHitView[]> {
    return this.lookup.searchPatients(member, body.birthDate, body.name ?? '');
  }

  @Allow('patient.search')
  @Post('patients/:id/identity')
  @HttpCode(200)
  identity(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<PatientIdentityView> {
    return this.lookup.patientIdentity(member, id);
  }

  @Allow('request.write')
  @Post('professionals/search')
  @HttpCode(200)
  professionals(@CurrentMember() member: Member, @Body() body: SearchDto): Promise<ProfessionalHitView[]> {
    return this.lookup.professionals(member, body.query);
  }

  @Allow('request.write')
  @Post('requests/duplicates')
  @HttpCode(200)
  duplicates(@CurrentMember() member: Member, @Body() body: DuplicatesDto): Promise<OpenRequestView[]> {
    return this.lookup.duplicates(member, body.patientId, body.reason);
  }
}
