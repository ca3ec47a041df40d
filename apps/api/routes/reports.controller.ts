import { Body, Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentMember } from '#accounts';
import { Directory } from '#directory';
import type { Member } from '#directory';
import {
  OutcomeDto,
  ReceptionDto,
  reportPdf,
  Receptions,
  ReportsFile,
  ReportsView,
  SpecialistBoardView,
  WorklistCountsView,
  Worklists,
  WorklistView,
} from '#reports';
import { RequestFile, RequestFileView } from '#triage';
import { forPdf } from './report-for-pdf.ts';
import { UuidPipe } from './uuid.pipe.ts';

@ApiTags('reports')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess')
export class ReportsController {
  constructor(
    private readonly reports: ReportsFile,
    private readonly receptions: Receptions,
    private readonly worklists: Worklists,
    private readonly files: RequestFile,
    private readonly directory: Directory,
  ) {}

  /** Answers of a request, newest first; at the desk, the patient's earlier ones follow. */
  @Allow('report.read')
  @Get('requests/:id/reports')
  ofRequest(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<ReportsView> {
    return this.reports.ofRequest(member, id);
  }

  @Allow('report.read')
  @Get('reports/:id/pdf')
  @Header('content-type', 'application/pdf')
  @Header('cache-control', 'no-store')
  @Header('x-content-type-options', 'nosniff')
  @ApiOkResponse({ description: 'the report as a PDF document', content: { 'application/pdf': {} } })
  async pdf(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<StreamableFile> {
    const report = await this.reports.one(member, id);
    const bytes = await reportPdf(forPdf(report, member.ess));
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: `attachment; filename="compte-rendu-${report.reference}.pdf"`,
    });
  }

  /** A proof of reception: read on screen, acknowledged by a button, or read aloud by the desk. */
  @Allow('report.receive')
  @Post('reports/:id/receptions')
  @HttpCode(200)
  async receive(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: ReceptionDto,
  ): Promise<RequestFileView> {
    const requestId = await this.receptions.receive(member, id, body);
    return this.files.open(member, requestId);
  }

  /** What happened, and what would have been done without the team. */
  @Allow('request.add')
  @Post('requests/:id/outcome')
  @HttpCode(200)
  async outcome(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: OutcomeDto,
  ): Promise<RequestFileView> {
    await this.receptions.outcome(member, id, body);
    return this.files.open(member, id);
  }

  /** What waits for a specialist: to take, his own, to read, awaited. */
  @Allow('request.triage')
  @Get('worklists/specialist')
  specialist(@CurrentMember() member: Member): Promise<SpecialistBoardView> {
    return this.worklists.specialist(member);
  }

  /** Numbers for the rail of the desk: no file is read. */
  @Allow('request.triage')
  @Get('worklists/counts')
  counts(@CurrentMember() member: Member): Promise<WorklistCountsView> {
    return this.worklists.counts(member);
  }

  @Allow('request.triage')
  @Get('worklists/appointments')
  appointments(@CurrentMember() member: Member): Promise<WorklistView> {
    return this.worklists.appointments(member);
  }

  /** « Réponses non lues ». */
  @Allow('request.triage')
  @Get('worklists/unread')
  unread(@CurrentMember() member: Member): Promise<WorklistView> {
    return this.worklists.unread(member);
  }
}
