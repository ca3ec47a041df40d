import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import {
  Allow,
  CurrentMember,
  DepartureDto,
  Departures,
  DepartureView,
  EssSettings,
  EssSettingsDto,
  EssSettingsView,
  Invitations,
  InvitedView,
  InvitePersonDto,
  People,
  PeopleOptionsView,
  PeoplePageView,
  PeopleQueryDto,
  PeriodDto,
  PersonDeviceView,
  PersonView,
  RoleDto,
  Roles,
  Standing,
  StepUp,
} from '#accounts';
import type { Member } from '#directory';
import { UuidPipe } from './uuid.pipe.ts';

/** Who is of the ESS, how he comes and how he leaves. */
@ApiTags('people')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess/people')
export class PeopleController {
  constructor(
    private readonly people: People,
    private readonly invitations: Invitations,
    private readonly roles: Roles,
    private readonly standing: Standing,
    private readonly departures: Departures,
  ) {}

  /** A name is never in an address: the search is in the body. */
  @Allow('people.manage')
  @Post('search')
  @HttpCode(200)
  list(@CurrentMember() member: Member, @Body() query: PeopleQueryDto): Promise<PeoplePageView> {
    return this.people.list(member, query);
  }

  @Allow('people.manage')
  @Get('options')
  options(@CurrentMember() member: Member): Promise<PeopleOptionsView> {
    return this.people.options(member);
  }

  @Allow('people.manage')
  @StepUp()
  @Post('invitations')
  invite(@CurrentMember() member: Member, @Body() body: InvitePersonDto): Promise<InvitedView> {
    return this.invitations.invite(member, body);
  }

  @Allow('people.manage')
  @StepUp()
  @Post('invitations/:id/resend')
  resend(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<InvitedView> {
    return this.invitations.resend(member, id);
  }

  @Allow('people.manage')
  @Delete('invitations/:id')
  @HttpCode(204)
  revoke(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<void> {
    return this.invitations.revoke(member, id);
  }

  @Allow('people.manage')
  @StepUp()
  @Put('memberships/:id')
  @HttpCode(204)
  changeRole(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: PeriodDto,
  ): Promise<void> {
    return this.roles.change(member, id, body);
  }

  @Allow('people.manage')
  @StepUp()
  @Post('memberships/:id/end')
  @HttpCode(204)
  endRole(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<void> {
    return this.roles.end(member, id);
  }

  @Allow('people.manage')
  @Get('departures/:id')
  certificate(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<DepartureView> {
    return this.departures.certificate(member, id);
  }

  @Allow('people.manage')
  @Get(':id')
  one(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<PersonView> {
    return this.people.one(member, id);
  }

  @Allow('people.manage')
  @Get(':id/devices')
  devices(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<PersonDeviceView[]> {
    return this.people.devices(member, id);
  }

  @Allow('people.manage')
  @StepUp()
  @Post(':id/memberships')
  @HttpCode(204)
  addRole(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string, @Body() body: RoleDto): Promise<void> {
    return this.roles.add(member, id, body);
  }

  /** His sessions and sockets end at once. */
  @Allow('people.manage')
  @StepUp()
  @Post(':id/disable')
  @HttpCode(204)
  disable(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<void> {
    return this.standing.disable(member, id);
  }

  @Allow('people.manage')
  @StepUp()
  @Post(':id/enable')
  @HttpCode(204)
  enable(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<void> {
    return this.standing.enable(member, id);
  }

  @Allow('people.manage')
  @StepUp()
  @Post(':id/reset-factors')
  @HttpCode(204)
  resetFactors(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<void> {
    return this.standing.resetFactors(member, id);
  }

  /** What is in hand passes to a colleague, everything is closed; the answer is the certificate. */
  @Allow('people.manage')
  @StepUp()
  @Post(':id/departure')
  depart(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: DepartureDto,
  ): Promise<DepartureView> {
    return this.departures.depart(member, id, body.handTo ?? null);
  }
}

@ApiTags('people')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess/settings')
export class EssSettingsController {
  constructor(private readonly settings: EssSettings) {}

  @Allow('ess.settings')
  @Get()
  read(@CurrentMember() member: Member): Promise<EssSettingsView> {
    return this.settings.read(member);
  }

  @Allow('ess.settings')
  @StepUp()
  @Put()
  change(@CurrentMember() member: Member, @Body() body: EssSettingsDto): Promise<EssSettingsView> {
    return this.settings.change(member, body);
  }
}
