import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentMember, StepUp } from '#accounts';
import type { Member } from '#directory';
import {
  Exceptional,
  ExceptionalHitView,
  ExceptionalOpenDto,
  ExceptionalSearchDto,
  ExceptionView,
  OpenedExceptionView,
} from '#patients';
import { UuidPipe } from './uuid.pipe.ts';

/** « Accès exceptionnel »: a reason, a fresh proof of who one is, an hour, reading only, told and reviewed. */
@ApiTags('exceptional')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess/exceptional')
export class ExceptionalController {
  constructor(private readonly exceptional: Exceptional) {}

  @Allow('access.exceptional')
  @StepUp()
  @Post('search')
  @HttpCode(200)
  search(@CurrentMember() member: Member, @Body() body: ExceptionalSearchDto): Promise<ExceptionalHitView[]> {
    return this.exceptional.search(member, body);
  }

  @Allow('access.exceptional')
  @StepUp()
  @Post()
  open(@CurrentMember() member: Member, @Body() body: ExceptionalOpenDto): Promise<OpenedExceptionView> {
    return this.exceptional.open(member, body);
  }

  @Allow('access.exceptional')
  @Get('mine')
  mine(@CurrentMember() member: Member): Promise<ExceptionView[]> {
    return this.exceptional.mine(member);
  }

  @Allow('access.exceptional')
  @Post(':id/end')
  @HttpCode(204)
  end(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<void> {
    return this.exceptional.end(member, id);
  }
}
