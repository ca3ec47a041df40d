import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  CurrentPrincipal,
  Public,
  SECURE_SESSION_COOKIE,
  SESSION_COOKIE,
  Sessions,
  sessionTokenOf,
  SessionView,
  SignedIn,
  SignInDto,
  toSessionView,
  UnlockDto,
} from '#accounts';
import type { Principal } from '#accounts';
import { CONFIG } from '#platform';
import type { Config } from '#platform';

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Post()
  @HttpCode(200)
  async signIn(
    @Body() body: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { token, expiresAt } = await this.sessions.signIn(body.email, body.password, request.ip);
    void reply.setCookie(this.cookieName, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.secure,
      expires: expiresAt,
    });
    return toSessionView(await this.sessions.principal(token), this.config.demonstration);
  }

  @SignedIn()
  @Get()
  current(@CurrentPrincipal() principal: Principal): SessionView {
    return toSessionView(principal, this.config.demonstration);
  }

  @Public()
  @Delete()
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = sessionTokenOf(request.cookies);
    if (token) await this.sessions.signOut(token);
    void reply.clearCookie(this.cookieName, { path: '/', secure: this.secure });
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
    const principal = await this.sessions.unlock(sessionTokenOf(request.cookies), body.password, request.ip);
    return toSessionView(principal, this.config.demonstration);
  }

  private get secure(): boolean {
    return this.config.publicUrl.startsWith('https://');
  }

  private get cookieName(): string {
    return this.secure ? SECURE_SESSION_COOKIE : SESSION_COOKIE;
  }
}
