import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CurrentPrincipal,
  FirstAdministratorDto,
  OpenEssDto,
  Platform,
  PlatformAdmin,
  PlatformEssView,
  StepUp,
} from '#accounts';
import type { Principal } from '#accounts';

/** The platform: which ESS are open, and who begins in them. Nothing of a patient is reachable from here. */
@ApiTags('platform')
@Controller('api/platform/ess')
export class PlatformController {
  constructor(private readonly platform: Platform) {}

  @PlatformAdmin()
  @Get()
  list(): Promise<PlatformEssView[]> {
    return this.platform.list();
  }

  @PlatformAdmin()
  @StepUp()
  @Post()
  open(@CurrentPrincipal() principal: Principal, @Body() body: OpenEssDto): Promise<PlatformEssView> {
    return this.platform.open(principal, body);
  }

  /** Its first administrator did not answer, or has gone: another is invited. */
  @PlatformAdmin()
  @StepUp()
  @Post(':slug/administrators')
  invite(
    @CurrentPrincipal() principal: Principal,
    @Param('slug') slug: string,
    @Body() body: FirstAdministratorDto,
  ): Promise<PlatformEssView> {
    return this.platform.invite(principal, slug, body);
  }
}
