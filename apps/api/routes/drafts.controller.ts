import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentMember } from '#accounts';
import type { Member } from '#directory';
import { DraftDto, Drafts, DraftView, SavedDraftView } from '#intake';
import { UuidPipe } from './uuid.pipe.ts';

@ApiTags('drafts')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess/drafts')
export class DraftsController {
  constructor(private readonly drafts: Drafts) {}

  @Allow('request.write')
  @Get()
  list(@CurrentMember() member: Member): Promise<DraftView[]> {
    return this.drafts.list(member);
  }

  @Allow('request.write')
  @Get(':id')
  get(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<DraftView> {
    return this.drafts.get(member, id);
  }

  @Allow('request.write')
  @Put(':id')
  save(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: DraftDto,
  ): Promise<SavedDraftView> {
    return this.drafts.save(member, id, body);
  }

  @Allow('request.write')
  @Delete(':id')
  @HttpCode(204)
  remove(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<void> {
    return this.drafts.remove(member, id);
  }
}
