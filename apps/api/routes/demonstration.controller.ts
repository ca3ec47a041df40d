import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '#accounts';
import { Demonstration } from '../http/demonstration.service.ts';
import { DemonstrationAccountView, SinkMailView } from './public.view.ts';

/** Answers only in demonstration: synthetic people, mails that never left. */
@ApiTags('demonstration')
@Controller('api/demonstration')
export class DemonstrationController {
  constructor(private readonly demonstration: Demonstration) {}

  @Public()
  @Get('accounts')
  accounts(): Promise<DemonstrationAccountView[]> {
    return this.demonstration.accounts();
  }

  @Public()
  @Get('mails')
  mails(): Promise<SinkMailView[]> {
    return this.demonstration.mails();
  }
}
