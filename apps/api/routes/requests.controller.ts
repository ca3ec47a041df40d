import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentMember } from '#accounts';
import { DomainError } from '#contracts';
import { Decide } from '#decision';
import type { Member } from '#directory';
import { FollowUp, FollowUpPageView, SendRequest, SendRequestDto, SentView } from '#intake';
import type { FollowUpScope, FollowUpStatus } from '#intake';
import { CancelDto, RequestFile, RequestFileView } from '#triage';
import { isUuid, UuidPipe } from './uuid.pipe.ts';

const oneOf = <T extends string>(values: readonly T[], value: string | undefined, otherwise: T): T =>
  values.find((known) => known === value) ?? otherwise;

@ApiTags('requests')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess/requests')
export class RequestsController {
  constructor(
    private readonly sendRequest: SendRequest,
    private readonly followUp: FollowUp,
    private readonly files: RequestFile,
    private readonly decide: Decide,
  ) {}

  /** Sends a request once: the key is the draft's id, kept over double click, retry and reload. */
  @Allow('request.write')
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'id of the draft (UUID)' })
  @Post()
  send(
    @CurrentMember() member: Member,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: SendRequestDto,
  ): Promise<SentView> {
    if (!key || !isUuid(key))
      throw new DomainError('input.invalid', 'L’envoi doit porter la clé de son brouillon. Rechargez la page.');
    return this.sendRequest.send(member, key.toLowerCase(), body);
  }

  /** « Mes demandes », « Celles de mon cabinet ». */
  @Allow('request.follow')
  @ApiQuery({ name: 'scope', enum: ['mine', 'organisation'], required: false })
  @ApiQuery({ name: 'status', enum: ['open', 'closed', 'all'], required: false })
  @ApiQuery({ name: 'cursor', type: String, required: false })
  @Get()
  list(
    @CurrentMember() member: Member,
    @Query('scope') scope?: string,
    @Query('status') status?: string,
    @Query('cursor') cursor?: string,
  ): Promise<FollowUpPageView> {
    const scopes: FollowUpScope[] = ['mine', 'organisation'];
    const statuses: FollowUpStatus[] = ['open', 'closed', 'all'];
    return this.followUp.list(member, oneOf(scopes, scope, 'mine'), oneOf(statuses, status, 'open'), cursor ?? null);
  }

  @Allow('request.read')
  @Get(':id')
  file(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<RequestFileView> {
    return this.files.open(member, id);
  }

  @Allow('request.cancel')
  @Post(':id/cancel')
  @HttpCode(200)
  async cancel(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: CancelDto,
  ): Promise<RequestFileView> {
    await this.decide.cancel(member, id, body.version, body.reason);
    return this.files.open(member, id);
  }
}
