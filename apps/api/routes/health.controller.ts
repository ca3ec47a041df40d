import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '#accounts';
import { Readiness } from '../http/readiness.service.ts';
import { HealthView, ReadyView } from './public.view.ts';

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process answers. */
  @Public()
  @Get('health')
  health(): HealthView {
    return { status: 'ok' };
  }

  /** The process can serve: database, queue, migrations. 503 when one is missing. */
  @Public()
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadyView> {
    const state = await this.readiness.check();
    if (!state.database || !state.queue || !state.migrations) void reply.code(503);
    return state;
  }
}
