import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentMember } from '#accounts';
import type { Member } from '#directory';
import {
  AdmissionDto,
  Answers,
  AppointmentReportDto,
  DeclineDto,
  GiveAnswerDto,
  HandOverDto,
  RedirectDto,
  SignReadingDto,
  TakeBack,
} from '#reports';
import { VersionDto } from '#requests';
import { RequestFile, RequestFileView } from '#triage';
import { UuidPipe } from './uuid.pipe.ts';

/** Signed answers, and the ten seconds in which an act may be taken back. */
@ApiTags('answers')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess/requests/:id')
export class AnswersController {
  constructor(
    private readonly answers: Answers,
    private readonly takeBack: TakeBack,
    private readonly files: RequestFile,
  ) {}

  /** « Avis donné ». */
  @Allow('report.sign')
  @Post('answer')
  @HttpCode(200)
  async answer(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: GiveAnswerDto,
  ): Promise<RequestFileView> {
    await this.answers.give(member, id, body);
    return this.files.open(member, id);
  }

  @Allow('report.sign')
  @Post('reading')
  @HttpCode(200)
  async reading(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: SignReadingDto,
  ): Promise<RequestFileView> {
    await this.answers.signReading(member, id, body.version, body.reading);
    return this.files.open(member, id);
  }

  @Allow('report.sign')
  @Post('appointment/report')
  @HttpCode(200)
  async appointment(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: AppointmentReportDto,
  ): Promise<RequestFileView> {
    await this.answers.reportAppointment(member, id, body.version, body.report);
    return this.files.open(member, id);
  }

  @Allow('report.sign')
  @Post('decisions/decline')
  @HttpCode(200)
  async decline(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: DeclineDto,
  ): Promise<RequestFileView> {
    await this.answers.decline(member, id, body);
    return this.files.open(member, id);
  }

  @Allow('request.decide')
  @Post('decisions/redirect')
  @HttpCode(200)
  async redirect(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: RedirectDto,
  ): Promise<RequestFileView> {
    await this.answers.redirect(member, id, body);
    return this.files.open(member, id);
  }

  @Allow('report.sign')
  @Post('decisions/admission')
  @HttpCode(200)
  async admission(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: AdmissionDto,
  ): Promise<RequestFileView> {
    await this.answers.admit(member, id, body);
    return this.files.open(member, id);
  }

  /** An emergency confided to the 15, told by phone. */
  @Allow('request.triage')
  @Post('hand-over')
  @HttpCode(200)
  async handOver(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: HandOverDto,
  ): Promise<RequestFileView> {
    await this.answers.handOver(member, id, body);
    return this.files.open(member, id);
  }

  @Allow('request.triage')
  @Post('undo')
  @HttpCode(200)
  async undo(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: VersionDto,
  ): Promise<RequestFileView> {
    await this.takeBack.undo(member, id, body.version);
    return this.files.open(member, id);
  }
}
