import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AccountPasswords,
  AtStage,
  ChangePasswordDto,
  ConfirmTotpDto,
  CurrentPrincipal,
  Devices,
  DeviceView,
  Enrolment,
  FactorAddedView,
  Factors,
  FactorsView,
  NewKeyDto,
  NewTotpDto,
  NewTotpView,
  RecoveryCodesView,
  SignedIn,
  StepUp,
} from '#accounts';
import type { Enrolled, Principal } from '#accounts';
import { CONFIG } from '#platform';
import type { Config } from '#platform';
import { giveCookies, visitOf } from './session-cookies.ts';
import { UuidPipe } from './uuid.pipe.ts';

const KEY_OPTIONS = { schema: { type: 'object', additionalProperties: true } };

/** One's own account: second factors, devices, password. On the way in, the first factor is set up here. */
@ApiTags('me')
@Controller('api/me')
export class MeController {
  constructor(
    private readonly factors: Factors,
    private readonly enrolment: Enrolment,
    private readonly devices: Devices,
    private readonly passwords: AccountPasswords,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @AtStage('enrol', 'open')
  @Get('factors')
  list(@CurrentPrincipal() { accountId }: Principal): Promise<FactorsView> {
    return this.factors.list(accountId);
  }

  @AtStage('enrol', 'open')
  @StepUp()
  @Post('factors/totp')
  @HttpCode(200)
  beginTotp(@CurrentPrincipal() principal: Principal, @Body() body: NewTotpDto): Promise<NewTotpView> {
    return this.enrolment.beginTotp(principal, body.label);
  }

  @AtStage('enrol', 'open')
  @StepUp()
  @Post('factors/totp/:id/confirm')
  @HttpCode(200)
  async confirmTotp(
    @CurrentPrincipal() principal: Principal,
    @Param('id', UuidPipe) id: string,
    @Body() body: ConfirmTotpDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FactorAddedView> {
    return this.added(reply, await this.enrolment.confirmTotp(principal, visitOf(request), id, body.code));
  }

  @ApiOkResponse(KEY_OPTIONS)
  @AtStage('enrol', 'open')
  @StepUp()
  @Post('factors/webauthn/options')
  @HttpCode(200)
  keyOptions(@CurrentPrincipal() principal: Principal): Promise<object> {
    return this.enrolment.keyOptions(principal);
  }

  @AtStage('enrol', 'open')
  @StepUp()
  @Post('factors/webauthn')
  @HttpCode(200)
  async addKey(
    @CurrentPrincipal() principal: Principal,
    @Body() body: NewKeyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FactorAddedView> {
    return this.added(reply, await this.enrolment.addKey(principal, visitOf(request), body.response, body.label));
  }

  @SignedIn()
  @StepUp()
  @Delete('factors/:id')
  @HttpCode(204)
  remove(@CurrentPrincipal() principal: Principal, @Param('id', UuidPipe) id: string): Promise<void> {
    return this.factors.remove(principal, id);
  }

  @SignedIn()
  @StepUp()
  @Post('recovery-codes')
  @HttpCode(200)
  async renewCodes(@CurrentPrincipal() principal: Principal): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.factors.renewCodes(principal) };
  }

  @SignedIn()
  @Get('devices')
  deviceList(@CurrentPrincipal() { accountId, deviceId }: Principal): Promise<DeviceView[]> {
    return this.devices.list(accountId, deviceId);
  }

  @SignedIn()
  @Delete('devices/:id')
  @HttpCode(204)
  removeDevice(@CurrentPrincipal() { accountId }: Principal, @Param('id', UuidPipe) id: string): Promise<void> {
    return this.devices.remove(accountId, id);
  }

  @SignedIn()
  @Post('devices/others/sign-out')
  @HttpCode(204)
  signOutOthers(@CurrentPrincipal() { accountId, sessionId, deviceId }: Principal): Promise<void> {
    return this.devices.signOutOthers(accountId, sessionId, deviceId);
  }

  @SignedIn()
  @StepUp()
  @Post('password')
  @HttpCode(204)
  changePassword(
    @CurrentPrincipal() principal: Principal,
    @Body() body: ChangePasswordDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.passwords.change(principal, visitOf(request), body.current, body.next);
  }

  /** A first factor opens the session: its cookie goes with the codes. */
  private added(reply: FastifyReply, { started, recoveryCodes }: Enrolled): FactorAddedView {
    if (started) giveCookies(reply, this.config, started);
    return { recoveryCodes };
  }
}
