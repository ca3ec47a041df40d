import { Body, Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentMember } from '#accounts';
import type { Member } from '#directory';
import { AccessList, AccessListView, InvitePatient, InvitePatientDto, PatientInvitedView } from '#patients';
import { accessListPdf } from '#reporting';
import { UuidPipe } from './uuid.pipe.ts';

/** Who opened a patient's file, for a member of the team who has a reason to open it too. */
@ApiTags('patients')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess/patients/:id')
export class AccessListController {
  constructor(
    private readonly list: AccessList,
    private readonly invitations: InvitePatient,
  ) {}

  @Allow('patient.read')
  @Get('access-list')
  ofPatient(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<AccessListView> {
    return this.list.forMember(member, id);
  }

  @Allow('patient.read')
  @Get('access-list/pdf')
  @Header('content-type', 'application/pdf')
  @Header('cache-control', 'no-store')
  @Header('x-content-type-options', 'nosniff')
  @ApiOkResponse({ description: 'the list as a PDF document', content: { 'application/pdf': {} } })
  async pdf(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<StreamableFile> {
    return asFile(await this.list.forMember(member, id));
  }

  /** Opens his own space to the patient: the link leaves by mail. */
  @Allow('patient.identity')
  @Post('invite')
  @HttpCode(200)
  invite(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: InvitePatientDto,
  ): Promise<PatientInvitedView> {
    return this.invitations.invite(member, id, body.email);
  }
}

/** A name of file says nothing of anybody. */
export async function asFile(view: AccessListView): Promise<StreamableFile> {
  return new StreamableFile(await accessListPdf(view), {
    type: 'application/pdf',
    disposition: 'attachment; filename="acces-au-dossier.pdf"',
  });
}
