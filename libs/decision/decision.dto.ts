import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { EXAM_DOERS, EXAMS, VISIT_EXAMS, type Exam, type ExamDoer } from '#contracts/care';
import { VersionDto } from '#requests';

const QUESTION = 'Écrivez la question en quelques mots.';
const WHEN = 'Indiquez une date et une heure.';

export class OrderVisitDto extends VersionDto {
  @IsArray()
  @ArrayMinSize(1, { message: 'Choisissez au moins un examen à faire sur place.' })
  @ArrayUnique()
  @IsIn(VISIT_EXAMS, { each: true })
  exams: Exam[];

  @IsString()
  @Length(3, 2000, { message: QUESTION })
  question: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  instructions?: string;

  /** Time at the bedside, in minutes. */
  @IsOptional()
  @IsInt()
  @Min(10)
  @Max(120)
  minutes?: number;

  @IsOptional()
  @IsISO8601({ strict: true }, { message: WHEN })
  dueAt?: string;
}

export class OrderExamDto extends VersionDto {
  @IsArray()
  @ArrayMinSize(1, { message: 'Choisissez au moins un examen.' })
  @ArrayMaxSize(8)
  @ArrayUnique()
  @IsIn(EXAMS, { each: true })
  exams: Exam[];

  @IsIn(EXAM_DOERS, { message: 'Indiquez qui fait l’examen.' })
  doer: ExamDoer;

  @IsString()
  @Length(3, 2000, { message: QUESTION })
  question: string;

  @IsISO8601({ strict: true }, { message: WHEN })
  dueAt: string;
}

export class OrderConsultationDto extends VersionDto {
  @IsString()
  @Length(3, 2000, { message: QUESTION })
  question: string;

  @IsOptional()
  @IsISO8601({ strict: true }, { message: WHEN })
  dueAt?: string;

  /** The specialist who should receive the patient; any of the team when absent. */
  @IsOptional()
  @IsUUID()
  withId?: string;
}

export class PassDto extends VersionDto {
  @IsUUID(undefined, { message: 'Choisissez un confrère dans la liste.' })
  toId: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class AskInfoDto extends VersionDto {
  @IsString()
  @Length(3, 2000, { message: 'Écrivez ce qui manque.' })
  question: string;
}

export class TextDto extends VersionDto {
  @IsString()
  @Length(3, 10_000, { message: 'Écrivez au moins quelques mots.' })
  text: string;
}

export class BookDto extends VersionDto {
  @IsISO8601({ strict: true }, { message: WHEN })
  at: string;

  @Type(() => Number)
  @IsInt()
  @Min(5)
  @Max(240)
  minutes: number;

  @IsString()
  @Length(2, 200, { message: 'Indiquez le lieu, ou le lien de téléconsultation prévu.' })
  place: string;

  @IsUUID(undefined, { message: 'Choisissez le spécialiste qui reçoit le patient.' })
  withId: string;
}

export class MissedDto extends VersionDto {
  @IsString()
  @Length(3, 500, { message: 'Écrivez en quelques mots pourquoi.' })
  reason: string;
}
