import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentMember } from '#accounts';
import type { Member } from '#directory';
import { ConfirmDto, ReclassDto, RequestFile, RequestFileView, Triage } from '#triage';
import { VersionDto } from '#requests';
import { UuidPipe } from './uuid.pipe.ts';

@ApiTags('triage')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess/requests/:id')
export class TriageController {
  constructor(
    private readonly triage: Triage,
    private readonly files: RequestFile,
  ) {}

  @Allow('request.triage')
  @Post('claim')
  @HttpCode(200)
  async claim(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: VersionDto,
  ): Promise<RequestFileView> {
    await this.triage.claim(member, id, body.version);
    return this.files.open(member, id);
  }

  @Allow('request.triage')
  @Post('release')
  @HttpCode(200)
  async release(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: VersionDto,
  ): Promise<RequestFileView> {
    await this.triage.release(member, id, body.version);
    return this.files.open(member, id);
  }

  @Allow('request.triage')
  @Post('acknowledge')
  @HttpCode(200)
  async acknowledge(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: VersionDto,
  ): Promise<RequestFileView> {
    await this.triage.acknowledge(member, id, body.version);
    return this.files.open(member, id);
  }

  /** As proposed, or with another class: a lower one takes a clinician and a reason. */
  @Allow('request.triage')
  @Post('confirm')
  @HttpCode(200)
  async confirm(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: ConfirmDto,
  ): Promise<RequestFileView> {
    await this.triage.chooseClass(member, id, body.version, body.class, body.reason ?? '');
    return this.files.open(member, id);
  }

  /** Raises or lowers a class already confirmed. */
  @Allow('request.triage')
  @Post('reclass')
  @HttpCode(200)
  async reclass(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: ReclassDto,
  ): Promise<RequestFileView> {
    await this.triage.chooseClass(member, id, body.version, body.class, body.reason ?? '');
    return this.files.open(member, id);
  }
}
