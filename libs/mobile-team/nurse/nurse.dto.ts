import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { EXAMS, NOT_DONE_REASONS, type Exam, type NotDoneReason } from '#contracts/care';
import type { FindingState } from '#contracts/enums';
import { FindingStates } from '#requests';

const WHEN = 'Indiquez une date et une heure.';
const MOST_FINDINGS = 60;

export class SheetMeasureDto {
  /** Id of a measure of the protocol's dictionary. */
  @Matches(/^[a-z0-9_]{1,40}$/)
  name: string;

  @IsNumber({ allowNaN: false, allowInfinity: false }, { message: 'Indiquez un nombre.' })
  value: number;

  @IsString()
  @MaxLength(20)
  unit: string;

  @IsOptional()
  @IsISO8601({ strict: true }, { message: WHEN })
  at?: string;
}

export class MissingExamDto {
  @IsIn(EXAMS)
  exam: Exam;

  @IsString()
  @Length(2, 300, { message: 'Écrivez en quelques mots pourquoi l’examen n’est pas fait.' })
  reason: string;
}

/** What the nurse measures, sees and does at the bedside. */
export class SheetDto {
  @IsArray()
  @ArrayMaxSize(60)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SheetMeasureDto)
  measures: SheetMeasureDto[];

  /** Red flags of the reason: present, denied or unknown. */
  @FindingStates(MOST_FINDINGS)
  findings: Record<string, FindingState>;

  @IsString()
  @MaxLength(4000)
  note: string;

  @IsArray()
  @ArrayMaxSize(8)
  @ArrayUnique()
  @IsIn(EXAMS, { each: true })
  examsDone: Exam[];

  @IsArray()
  @ArrayMaxSize(8)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MissingExamDto)
  examsMissing: MissingExamDto[];

  @IsBoolean()
  called15: boolean;

  @IsBoolean()
  calledOnCall: boolean;
}

class KeyedDto {
  /** Made on the device: the same key again changes nothing. */
  @IsUUID()
  key: string;
}

class TimedDto extends KeyedDto {
  /** Time of the tap on the telephone; a clock ahead of ours is brought back to ours. */
  @IsISO8601({ strict: true }, { message: WHEN })
  at: string;
}

export class VisitStatusDto extends TimedDto {
  @IsIn(['en_route', 'arrived'])
  status: 'en_route' | 'arrived';
}

export class SaveSheetDto extends KeyedDto {
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => SheetDto)
  sheet: SheetDto;

  /** Of the text on the telephone: an older one never replaces a newer one. */
  @IsISO8601({ strict: true }, { message: WHEN })
  savedAt: string;
}

export class VisitDoneDto extends TimedDto {
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => SheetDto)
  sheet: SheetDto;
}

export class VisitNotDoneDto extends TimedDto {
  @IsIn(NOT_DONE_REASONS, { message: 'Choisissez une raison.' })
  reason: NotDoneReason;

  @IsString()
  @MaxLength(500)
  note: string;
}
