import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, PatientSelf } from '#accounts';
import type { OwnFile, Principal } from '#accounts';
import { notFound } from '#contracts';
import { Directory } from '#directory';
import type { EssRow } from '#directory';
import { AccessList, AccessListView, PatientSpace, PatientSpaceView } from '#patients';
import { asFile } from './access-list.controller.ts';

/** A patient about himself, in each team that has opened his space. */
@ApiTags('patient space')
@Controller('api/me/patient')
export class PatientSpaceController {
  constructor(
    private readonly spaces: PatientSpace,
    private readonly list: AccessList,
    private readonly directory: Directory,
  ) {}

  /** His circle, his choices and who opened his file. */
  @PatientSelf()
  @ApiParam({ name: 'ess', description: 'slug of the ESS' })
  @Get(':ess')
  async space(@CurrentPrincipal() principal: Principal, @Param('ess') slug: string): Promise<PatientSpaceView> {
    const { ess, file } = await this.own(principal, slug);
    return this.spaces.open(ess, principal.accountId, file.patientId);
  }

  @PatientSelf()
  @ApiParam({ name: 'ess', description: 'slug of the ESS' })
  @Get(':ess/access-list')
  async accessList(@CurrentPrincipal() principal: Principal, @Param('ess') slug: string): Promise<AccessListView> {
    const { ess, file } = await this.own(principal, slug);
    return this.list.forPatient(ess, principal.accountId, file.patientId);
  }

  @PatientSelf()
  @ApiParam({ name: 'ess', description: 'slug of the ESS' })
  @Get(':ess/access-list/pdf')
  @Header('content-type', 'application/pdf')
  @Header('cache-control', 'no-store')
  @Header('x-content-type-options', 'nosniff')
  @ApiOkResponse({ description: 'the list as a PDF document', content: { 'application/pdf': {} } })
  async pdf(@CurrentPrincipal() principal: Principal, @Param('ess') slug: string): Promise<StreamableFile> {
    return asFile(await this.accessList(principal, slug));
  }

  /** Another team's patient and no patient at all look the same. */
  private async own(principal: Principal, slug: string): Promise<{ ess: EssRow; file: OwnFile }> {
    const file = principal.patients.find((one) => one.ess.slug === slug);
    if (!file) throw notFound();
    return { ess: await this.directory.ess(slug), file };
  }
}
