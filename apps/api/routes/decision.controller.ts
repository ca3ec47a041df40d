import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentMember } from '#accounts';
import {
  AskInfoDto,
  BookDto,
  Decide,
  DecisionFile,
  DecisionView,
  MissedDto,
  OrderConsultationDto,
  OrderExamDto,
  OrderVisitDto,
  PassDto,
  TextDto,
} from '#decision';
import type { Member } from '#directory';
import { RequestFile, RequestFileView } from '#triage';
import { UuidPipe } from './uuid.pipe.ts';

@ApiTags('decision')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess/requests/:id')
export class DecisionController {
  constructor(
    private readonly decide: Decide,
    private readonly decisions: DecisionFile,
    private readonly files: RequestFile,
  ) {}

  /** Acts so far, ways to answer with their reasons, colleagues. */
  @Allow('request.read')
  @Get('decision')
  decision(@CurrentMember() member: Member, @Param('id', UuidPipe) id: string): Promise<DecisionView> {
    return this.decisions.open(member, id);
  }

  @Allow('request.decide')
  @Post('decisions/visit')
  @HttpCode(200)
  async visit(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: OrderVisitDto,
  ): Promise<RequestFileView> {
    await this.decide.visit(member, id, body);
    return this.files.open(member, id);
  }

  /** « Examen d’abord »: which, who, when, then back to who decides. */
  @Allow('request.decide')
  @Post('decisions/exam')
  @HttpCode(200)
  async exam(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: OrderExamDto,
  ): Promise<RequestFileView> {
    await this.decide.exam(member, id, body);
    return this.files.open(member, id);
  }

  @Allow('request.decide')
  @Post('decisions/consultation')
  @HttpCode(200)
  async consultation(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: OrderConsultationDto,
  ): Promise<RequestFileView> {
    await this.decide.consultation(member, id, body, 'consultation');
    return this.files.open(member, id);
  }

  @Allow('request.decide')
  @Post('decisions/teleconsultation')
  @HttpCode(200)
  async teleconsultation(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: OrderConsultationDto,
  ): Promise<RequestFileView> {
    await this.decide.consultation(member, id, body, 'teleconsultation');
    return this.files.open(member, id);
  }

  @Allow('request.decide')
  @Post('decisions/pass')
  @HttpCode(200)
  async pass(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: PassDto,
  ): Promise<RequestFileView> {
    await this.decide.pass(member, id, body);
    return this.files.open(member, id);
  }

  @Allow('request.triage')
  @Post('decisions/info')
  @HttpCode(200)
  async askInfo(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: AskInfoDto,
  ): Promise<RequestFileView> {
    await this.decide.askInfo(member, id, body);
    return this.files.open(member, id);
  }

  /** The complement asked for, from the requester or told to the desk. */
  @Allow('request.add')
  @Post('info')
  @HttpCode(200)
  async giveInfo(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: TextDto,
  ): Promise<RequestFileView> {
    await this.decide.giveInfo(member, id, body);
    return this.files.open(member, id);
  }

  @Allow('request.add')
  @Post('exam-result')
  @HttpCode(200)
  async examBack(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: TextDto,
  ): Promise<RequestFileView> {
    await this.decide.examBack(member, id, body);
    return this.files.open(member, id);
  }

  /** Another question after an answer. */
  @Allow('request.add')
  @Post('ask-again')
  @HttpCode(200)
  async askAgain(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: TextDto,
  ): Promise<RequestFileView> {
    await this.decide.askAgain(member, id, body);
    return this.files.open(member, id);
  }

  @Allow('request.triage')
  @Post('appointment')
  @HttpCode(200)
  async book(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: BookDto,
  ): Promise<RequestFileView> {
    await this.decide.book(member, id, body);
    return this.files.open(member, id);
  }

  @Allow('request.triage')
  @Post('appointment/missed')
  @HttpCode(200)
  async missed(
    @CurrentMember() member: Member,
    @Param('id', UuidPipe) id: string,
    @Body() body: MissedDto,
  ): Promise<RequestFileView> {
    await this.decide.missed(member, id, body);
    return this.files.open(member, id);
  }
}
