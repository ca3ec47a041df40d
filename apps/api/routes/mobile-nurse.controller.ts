import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentMember } from '#accounts';
import type { Member } from '#directory';
import {
  NurseVisits,
  SaveSheetDto,
  TodayTour,
  TodayView,
  VisitDoneDto,
  VisitNotDoneDto,
  VisitStatusDto,
} from '#mobile-team';
import { dayOf } from './mobile-day.controller.ts';
import { UuidPipe } from './uuid.pipe.ts';

/** The telephone of the mobile team. Each write carries a key: sent again, it gives the same answer. */
@ApiTags('mobile')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess/mobile')
export class MobileNurseController {
  constructor(
    private readonly tour: TodayTour,
    private readonly visits: NurseVisits,
  ) {}

  /** The published stops of one's teams, today or the day before. */
  @Allow('tour.drive')
  @ApiQuery({ name: 'date', type: String, required: false, description: 'YYYY-MM-DD; today when absent' })
  @Get('today')
  today(@CurrentMember() member: Member, @Query('date') date?: string): Promise<TodayView> {
    return this.tour.open(member, date === undefined ? undefined : dayOf(date));
  }

  @Allow('tour.drive')
  @ApiParam({ name: 'id', description: 'act of the visit' })
  @Post('visits/:id/status')
  @HttpCode(200)
  status(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) actId: string,
    @Body() body: VisitStatusDto,
  ): Promise<TodayView> {
    return this.visits.status(member, actId, body);
  }

  @Allow('tour.drive')
  @ApiParam({ name: 'id', description: 'act of the visit' })
  @Put('visits/:id/sheet')
  sheet(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) actId: string,
    @Body() body: SaveSheetDto,
  ): Promise<TodayView> {
    return this.visits.saveSheet(member, actId, body);
  }

  /** Goes to the reading: a sheet alone never closes a request. */
  @Allow('tour.drive')
  @ApiParam({ name: 'id', description: 'act of the visit' })
  @Post('visits/:id/done')
  @HttpCode(200)
  done(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) actId: string,
    @Body() body: VisitDoneDto,
  ): Promise<TodayView> {
    return this.visits.done(member, actId, body);
  }

  /** Goes back to the desk, with the reason. */
  @Allow('tour.drive')
  @ApiParam({ name: 'id', description: 'act of the visit' })
  @Post('visits/:id/not-done')
  @HttpCode(200)
  notDone(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) actId: string,
    @Body() body: VisitNotDoneDto,
  ): Promise<TodayView> {
    return this.visits.notDone(member, actId, body);
  }
}
