import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentMember } from '#accounts';
import { DomainError } from '#contracts';
import type { Member } from '#directory';
import {
  DayDto,
  DayView,
  LockVisitDto,
  MoveView,
  MoveVisitDto,
  OptionView,
  PlanDto,
  PublishDay,
  TourPlanning,
} from '#mobile-team';
import { UuidPipe } from './uuid.pipe.ts';

export function dayOf(date: string | undefined): string {
  if (date && /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date))) return date;
  throw new DomainError('input.invalid', 'Indiquez le jour.');
}

@ApiTags('mobile')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess/mobile')
export class MobileDayController {
  constructor(
    private readonly planning: TourPlanning,
    private readonly publication: PublishDay,
  ) {}

  /** Teams, stops, hours and the visits that wait, on one day. */
  @Allow('tour.plan')
  @ApiQuery({ name: 'date', type: String, description: 'YYYY-MM-DD' })
  @Get('day')
  day(@CurrentMember() member: Member, @Query('date') date?: string): Promise<DayView> {
    return this.planning.day(member, dayOf(date));
  }

  /** Plans everything that is not locked, announced or begun; drafts only. */
  @Allow('tour.plan')
  @Post('day/plan')
  @HttpCode(200)
  plan(@CurrentMember() member: Member, @Body() body: PlanDto): Promise<DayView> {
    dayOf(body.date);
    return this.planning.plan(member, body);
  }

  /** Moves one visit, or only prices the move. */
  @Allow('tour.plan')
  @Post('day/move')
  @HttpCode(200)
  move(@CurrentMember() member: Member, @Body() body: MoveVisitDto): Promise<MoveView> {
    dayOf(body.date);
    return this.planning.move(member, body);
  }

  @Allow('tour.plan')
  @Post('day/lock')
  @HttpCode(200)
  lock(@CurrentMember() member: Member, @Body() body: LockVisitDto): Promise<DayView> {
    dayOf(body.date);
    return this.planning.lock(member, body);
  }

  /** Promises each stop to its requester and gives it to its team; the answer lists the promises that moved. */
  @Allow('tour.plan')
  @Post('day/publish')
  @HttpCode(200)
  publish(@CurrentMember() member: Member, @Body() body: DayDto): Promise<DayView> {
    dayOf(body.date);
    return this.publication.publish(member, body);
  }

  /** The best places for one visit that day, best first. */
  @Allow('tour.plan')
  @ApiParam({ name: 'id', description: 'act of the visit' })
  @ApiQuery({ name: 'date', type: String, description: 'YYYY-MM-DD' })
  @Get('visits/:id/options')
  options(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) actId: string,
    @Query('date') date?: string,
  ): Promise<OptionView[]> {
    return this.planning.options(member, actId, dayOf(date));
  }
}
