import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LinkDto, LinkView, MessageLinks, Public, SignIn, SignInView, UseLinkDto } from '#accounts';
import { CONFIG } from '#platform';
import type { Config } from '#platform';
import { giveCookies, visitOf } from './session-cookies.ts';

/** Links of our mails: the token comes in a body, never in an address; showing one changes nothing. */
@ApiTags('link')
@Controller('api/link')
export class LinksController {
  constructor(
    private readonly links: MessageLinks,
    private readonly signIn: SignIn,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Post('open')
  @HttpCode(200)
  open(@Body() body: LinkDto): Promise<LinkView> {
    return this.links.open(body.token);
  }

  @Public()
  @Post('invitation')
  @HttpCode(200)
  async accept(
    @Body() body: UseLinkDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInView> {
    const started = await this.links.accept(body.token, body.password, visitOf(request));
    giveCookies(reply, this.config, started);
    return this.signIn.view(started.token);
  }

  @Public()
  @Post('password')
  @HttpCode(204)
  resetPassword(@Body() body: UseLinkDto): Promise<void> {
    return this.links.resetPassword(body.token, body.password);
  }
}
