import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentMember, StepUp } from '#accounts';
import type { Member } from '#directory';
import { DuplicatePairs, DuplicatePairView, PatientPages, PatientPageView } from '#intake';
import {
  Circle,
  CircleMemberDto,
  ConsentDto,
  Consents,
  DistinctDto,
  DocumentDto,
  Duplicates,
  Identities,
  MergeDto,
  Merges,
  OtherPatientDto,
  TraitsDto,
} from '#patients';
import { UuidPipe } from './uuid.pipe.ts';

/** One patient: who he is, who may see him, who of his own one may talk to. */
@ApiTags('patients')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess/patients')
export class PatientsController {
  constructor(
    private readonly pages: PatientPages,
    private readonly identities: Identities,
    private readonly consents: Consents,
    private readonly circle: Circle,
    private readonly pairs: DuplicatePairs,
    private readonly duplicates: Duplicates,
    private readonly merges: Merges,
  ) {}

  /** « Doublons possibles », each with its reasons. */
  @Allow('patient.identity')
  @Get('duplicates')
  list(@CurrentMember() member: Member): Promise<DuplicatePairView[]> {
    return this.pairs.list(member);
  }

  /** « Ce sont deux personnes. » */
  @Allow('patient.identity')
  @Post('duplicates/distinct')
  @HttpCode(204)
  distinct(@CurrentMember() member: Member, @Body() body: DistinctDto): Promise<void> {
    return this.duplicates.distinct(member, body.a, body.b);
  }

  @Allow('patient.read')
  @Get(':id')
  page(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<PatientPageView> {
    return this.pages.open(member, id);
  }

  @Allow('patient.identity')
  @Put(':id/traits')
  async traits(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: TraitsDto,
  ): Promise<PatientPageView> {
    await this.identities.correct(member, id, body);
    return this.pages.open(member, id);
  }

  /** « J’ai vu sa pièce d’identité. » */
  @Allow('patient.identity')
  @Post(':id/document')
  @HttpCode(200)
  async document(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: DocumentDto,
  ): Promise<PatientPageView> {
    await this.identities.checkDocument(member, id, body);
    return this.pages.open(member, id);
  }

  @Allow('patient.circle')
  @Post(':id/consents')
  @HttpCode(200)
  async consent(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: ConsentDto,
  ): Promise<PatientPageView> {
    await this.consents.record(member, id, body);
    return this.pages.open(member, id);
  }

  @Allow('patient.circle')
  @Post(':id/circle')
  @HttpCode(200)
  async addToCircle(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: CircleMemberDto,
  ): Promise<PatientPageView> {
    await this.circle.add(member, id, body);
    return this.pages.open(member, id);
  }

  @Allow('patient.circle')
  @Post(':id/circle/:memberId/end')
  @HttpCode(200)
  async endInCircle(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Param('memberId', UuidPipe) memberId: string,
  ): Promise<PatientPageView> {
    await this.circle.end(member, id, memberId);
    return this.pages.open(member, id);
  }

  /** The other file leads to this one from now on. */
  @Allow('patient.identity')
  @StepUp()
  @Post(':id/merge')
  @HttpCode(200)
  async merge(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: MergeDto,
  ): Promise<PatientPageView> {
    await this.merges.merge(member, id, body);
    return this.pages.open(member, id);
  }

  @Allow('patient.identity')
  @Post(':id/unmerge')
  @HttpCode(200)
  async unmerge(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: OtherPatientDto,
  ): Promise<PatientPageView> {
    await this.merges.unmerge(member, id, body.otherId);
    return this.pages.open(member, id);
  }
}
