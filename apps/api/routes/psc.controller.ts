import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AtStage,
  CurrentPrincipal,
  Psc,
  PscExerciceDto,
  PscFinishDto,
  PscFinishView,
  PscStartDto,
  PscStartView,
  PscStateView,
  Public,
  ROUND_SECONDS,
  roundCookieName,
  SignIn,
  SignInView,
} from '#accounts';
import type { Principal } from '#accounts';
import { CONFIG } from '#platform';
import type { Config } from '#platform';
import { giveCookies, visitOf } from './session-cookies.ts';

/** Pro Santé Connect: out to the provider, back with a code, then the place of practice when there are several. */
@ApiTags('psc')
@Controller('api/psc')
export class PscController {
  constructor(
    private readonly psc: Psc,
    private readonly signIn: SignIn,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Get()
  state(): PscStateView {
    return this.psc.state;
  }

  @Public()
  @Post('start')
  @HttpCode(200)
  async start(
    @Body() body: PscStartDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PscStartView> {
    const { url, cookie } = await this.psc.start(body, visitOf(request));
    void reply.setCookie(this.cookieName, cookie, { ...this.cookie, httpOnly: true, maxAge: ROUND_SECONDS });
    return { url };
  }

  @Public()
  @Post('finish')
  @HttpCode(200)
  async finish(
    @Body() body: PscFinishDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PscFinishView> {
    void reply.clearCookie(this.cookieName, this.cookie);
    const done = await this.psc.finish(body, request.cookies[this.cookieName], visitOf(request));
    giveCookies(reply, this.config, done);
    return { signIn: await this.signIn.view(done.token), resumed: done.resumed, suite: done.suite };
  }

  @AtStage('exercice')
  @Post('exercice')
  @HttpCode(200)
  async exercice(
    @Body() body: PscExerciceDto,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInView> {
    const started = await this.psc.choose(principal, visitOf(request), body.index);
    giveCookies(reply, this.config, started);
    return this.signIn.view(started.token);
  }

  private get cookieName(): string {
    return roundCookieName(this.secure);
  }

  private get cookie() {
    return { path: '/', sameSite: 'lax', secure: this.secure } as const;
  }

  private get secure(): boolean {
    return this.config.publicUrl.startsWith('https://');
  }
}
