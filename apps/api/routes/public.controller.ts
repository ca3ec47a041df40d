import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '#accounts';
import { Directory } from '#directory';
import { CommuneView, EssListItemView } from './public.view.ts';

@ApiTags('public')
@Controller('api')
export class PublicController {
  constructor(private readonly directory: Directory) {}

  @Public()
  @Get('ess')
  async list(): Promise<EssListItemView[]> {
    const all = await this.directory.allEss();
    return all.map(({ slug, name, specialty, region }) => ({ slug, name, specialty, region }));
  }

  @Public()
  @Get('communes')
  communes(@Query('q') typed = ''): Promise<CommuneView[]> {
    return this.directory.communes(String(typed).slice(0, 60));
  }
}
