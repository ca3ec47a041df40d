import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AccountPasswords,
  AtStage,
  CurrentPrincipal,
  ForgotDto,
  KeyResponseDto,
  KeySignInDto,
  Psc,
  Public,
  RecoveryCodeDto,
  SecondStep,
  Sessions,
  SessionView,
  SignedIn,
  SignedOutView,
  SignIn,
  SignInDto,
  SignInView,
  TotpCodeDto,
  toSessionView,
  UnlockDto,
} from '#accounts';
import type { Principal, Started } from '#accounts';
import { CONFIG } from '#platform';
import type { Config } from '#platform';
import { dropSessionCookie, giveCookies, visitOf } from './session-cookies.ts';

/** What `navigator.credentials` wants, as it is. */
const KEY_OPTIONS = { schema: { type: 'object', additionalProperties: true } };

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
    private readonly secondStep: SecondStep,
    private readonly passwords: AccountPasswords,
    private readonly psc: Psc,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Post()
  @HttpCode(200)
  async byPassword(
    @Body() body: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInView> {
    return this.started(reply, await this.signIn.withPassword(body.email, body.password, visitOf(request)));
  }

  @SignedIn()
  @Get()
  current(@CurrentPrincipal() principal: Principal): SessionView {
    return toSessionView(principal, this.config.demonstration);
  }

  /** A reload in the middle of signing in finds where it was. */
  @AtStage('factor', 'enrol', 'exercice', 'open')
  @Get('stage')
  stage(@Req() request: FastifyRequest): Promise<SignInView> {
    return this.signIn.view(visitOf(request).sessionToken);
  }

  @AtStage('factor', 'open')
  @Post('factor/totp')
  @HttpCode(200)
  async byTotp(
    @Body() body: TotpCodeDto,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInView> {
    const trust = body.trustDevice ?? false;
    return this.started(reply, await this.secondStep.byTotp(principal, visitOf(request), body.code, trust));
  }

  @AtStage('factor', 'open')
  @Post('factor/recovery')
  @HttpCode(200)
  async byRecovery(
    @Body() body: RecoveryCodeDto,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInView> {
    return this.started(reply, await this.secondStep.byRecovery(principal, visitOf(request), body.code));
  }

  @ApiOkResponse(KEY_OPTIONS)
  @AtStage('factor', 'open')
  @Post('factor/webauthn/options')
  @HttpCode(200)
  keyOptions(@CurrentPrincipal() principal: Principal): Promise<object> {
    return this.secondStep.keyOptions(principal);
  }

  @AtStage('factor', 'open')
  @Post('factor/webauthn')
  @HttpCode(200)
  async byKey(
    @Body() body: KeySignInDto,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInView> {
    const trust = body.trustDevice ?? false;
    return this.started(reply, await this.secondStep.byKey(principal, visitOf(request), body.response, trust));
  }

  /** The same answer at once, whether the address is known or not. */
  @Public()
  @Post('forgot')
  @HttpCode(202)
  forgot(@Body() body: ForgotDto, @Req() request: FastifyRequest): void {
    this.passwords.forgot(body.email, request.ip);
  }

  @Public()
  @Delete()
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedOutView> {
    const { sessionToken } = visitOf(request);
    const idToken = await this.psc.idTokenOf(sessionToken);
    if (sessionToken) await this.sessions.signOut(sessionToken);
    dropSessionCookie(reply, this.config);
    return { redirect: idToken && (await this.psc.endSessionUrl(idToken)) };
  }

  /** The idle lock of a screen, known to the server: what was typed stays in the browser. */
  @SignedIn()
  @Post('lock')
  @HttpCode(204)
  lock(@CurrentPrincipal() principal: Principal): Promise<void> {
    return this.sessions.lock(principal.sessionId);
  }

  /** After the idle lock: the screen stays as it is, only the password is asked again. */
  @Public()
  @Post('unlock')
  @HttpCode(200)
  async unlock(@Body() body: UnlockDto, @Req() request: FastifyRequest): Promise<SessionView> {
    const principal = await this.secondStep.unlock(visitOf(request), body.password);
    return toSessionView(principal, this.config.demonstration);
  }

  @ApiOkResponse(KEY_OPTIONS)
  @Public()
  @Post('unlock/webauthn/options')
  @HttpCode(200)
  unlockOptions(@Req() request: FastifyRequest): Promise<object> {
    return this.secondStep.unlockOptions(visitOf(request));
  }

  /** A key that has checked its owner says as much as the password. */
  @Public()
  @Post('unlock/webauthn')
  @HttpCode(200)
  async unlockByKey(@Body() body: KeyResponseDto, @Req() request: FastifyRequest): Promise<SessionView> {
    const principal = await this.secondStep.unlockByKey(visitOf(request), body.response);
    return toSessionView(principal, this.config.demonstration);
  }

  private async started(reply: FastifyReply, started: Started): Promise<SignInView> {
    giveCookies(reply, this.config, started);
    return this.signIn.view(started.token);
  }
}
