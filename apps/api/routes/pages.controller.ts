import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#accounts';
import { notFound } from '#contracts';
import { Directory, isOpenAt, nextOpening } from '#directory';
import type { EssRow } from '#directory';
import { Clock } from '#platform';
import { webShell } from '../http/web-files.ts';
import { renderHome } from '../public-pages/home-page.ts';
import { renderPublicPage } from '../public-pages/public-page.ts';

/** Paths that never fall back to the web app. */
const NOT_PAGES = /^\/(api|assets|socket\.io|health|ready)(\/|$)|\.[a-z0-9]{2,5}$/i;

/** First segments the web app draws itself. */
const WEB_APP = new Set([
  ...['connexion', 'mot-de-passe-oublie', 'lien', 'reprise', 'choisir', 'compte'],
  ...['plateforme', 'mon-espace', 'demonstration'],
]);

/** Public pages, readable without a script; the web app for everything else. */
@ApiExcludeController()
@Controller()
export class PagesController {
  constructor(
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Get()
  async home(@Res() reply: FastifyReply): Promise<void> {
    const list = await this.directory.allEss();
    await page(reply, 200, renderHome(list));
  }

  @Public()
  @Get(':slug')
  async door(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (WEB_APP.has(slug)) return page(reply, 200, webShell());
    const ess = (await this.directory.allEss()).find((candidate) => candidate.slug === slug);
    if (ess) return page(reply, 200, renderPublicPage({ ...ess, page: ess.publicPage }, this.now(ess)));
    return this.fallBack(request, reply, 404);
  }

  @Public()
  @Get('*')
  app(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.fallBack(request, reply, 200);
  }

  private fallBack(request: FastifyRequest, reply: FastifyReply, status: number): Promise<void> {
    if (NOT_PAGES.test(request.url.split('?')[0] ?? '')) throw notFound();
    return page(reply, status, webShell());
  }

  private now(ess: EssRow): { openNow: boolean; nextOpening: string | null } {
    const now = this.clock.now();
    return { openNow: isOpenAt(ess, now), nextOpening: nextOpening(ess, now)?.toISOString() ?? null };
  }
}

async function page(reply: FastifyReply, status: number, html: string): Promise<void> {
  await reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html);
}
