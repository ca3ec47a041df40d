import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CurrentPrincipal,
  FindPersonDto,
  FirstAdministratorDto,
  OpenEssDto,
  Platform,
  PlatformAdmin,
  PlatformEssView,
  PlatformPeople,
  PlatformPersonView,
  StepUp,
} from '#accounts';
import type { Principal } from '#accounts';
import { UuidPipe } from './uuid.pipe.ts';

/** The platform: which ESS are open, and who begins in them. Nothing of a patient is reachable from here. */
@ApiTags('platform')
@Controller('api/platform')
export class PlatformController {
  constructor(
    private readonly platform: Platform,
    private readonly people: PlatformPeople,
  ) {}

  @PlatformAdmin()
  @Get('ess')
  list(): Promise<PlatformEssView[]> {
    return this.platform.list();
  }

  @PlatformAdmin()
  @StepUp()
  @Post('ess')
  open(@CurrentPrincipal() principal: Principal, @Body() body: OpenEssDto): Promise<PlatformEssView> {
    return this.platform.open(principal, body);
  }

  /** Its first administrator did not answer, or has gone: another is invited. */
  @PlatformAdmin()
  @StepUp()
  @Post('ess/:slug/administrators')
  invite(
    @CurrentPrincipal() principal: Principal,
    @Param('slug') slug: string,
    @Body() body: FirstAdministratorDto,
  ): Promise<PlatformEssView> {
    return this.platform.invite(principal, slug, body);
  }

  /** A POST: an address is never in an address. */
  @PlatformAdmin()
  @Post('people/search')
  @HttpCode(200)
  find(@Body() { email }: FindPersonDto): Promise<PlatformPersonView> {
    return this.people.find(email);
  }

  /** Everywhere, whichever teams share him; no team opens it again. */
  @PlatformAdmin()
  @StepUp()
  @Post('people/:id/disable')
  @HttpCode(200)
  disable(@CurrentPrincipal() principal: Principal, @Param('id', UuidPipe) id: string): Promise<PlatformPersonView> {
    return this.people.disable(principal, id);
  }

  @PlatformAdmin()
  @StepUp()
  @Post('people/:id/enable')
  @HttpCode(200)
  enable(@CurrentPrincipal() principal: Principal, @Param('id', UuidPipe) id: string): Promise<PlatformPersonView> {
    return this.people.enable(principal, id);
  }

  @PlatformAdmin()
  @StepUp()
  @Post('people/:id/reset-factors')
  @HttpCode(200)
  resetFactors(
    @CurrentPrincipal() principal: Principal,
    @Param('id', UuidPipe) id: string,
  ): Promise<PlatformPersonView> {
    return this.people.resetFactors(principal, id);
  }
}
