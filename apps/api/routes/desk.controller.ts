import { Controller, Get, Query } from '@nestjs/common';
import { ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentMember } from '#accounts';
import { DomainError } from '#contracts';
import type { Member } from '#directory';
import { Queue, QueuePageView } from '#triage';

@ApiTags('desk')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess/desk')
export class DeskController {
  constructor(private readonly queue: Queue) {}

  /** Open requests, urgent first, then earliest due. */
  @Allow('request.triage')
  @ApiQuery({ name: 'limit', type: Number, required: false })
  @ApiQuery({ name: 'cursor', type: String, required: false })
  @Get('queue')
  page(
    @CurrentMember() member: Member,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<QueuePageView> {
    const size = limit === undefined ? null : Number(limit);
    if (size !== null && (!Number.isInteger(size) || size < 1 || size > 200)) {
      throw new DomainError('input.invalid', 'Une page de la file tient de 1 à 200 demandes.');
    }
    return this.queue.page(member, size, cursor ?? null);
  }
}
