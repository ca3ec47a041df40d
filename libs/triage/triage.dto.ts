import { IsIn, IsInt, IsOptional, IsString, Length, MaxLength, Min } from 'class-validator';
import { PRIORITY_CLASSES, type PriorityClass } from '#contracts/enums';

const REASON_MESSAGE = 'Écrivez la raison en 5 à 1\u00a0000\u00a0caractères.';

export class VersionDto {
  /** The version the screen shows: a stale one is refused with who and when. */
  @IsInt()
  @Min(1)
  version: number;
}

export class ConfirmDto extends VersionDto {
  /** Absent: the class as proposed. */
  @IsOptional()
  @IsIn(PRIORITY_CLASSES)
  class?: PriorityClass;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

export class ReclassDto extends VersionDto {
  @IsIn(PRIORITY_CLASSES)
  class: PriorityClass;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

export class CancelDto extends VersionDto {
  @IsString()
  @Length(5, 1000, { message: REASON_MESSAGE })
  reason: string;
}

export const ANSWER_MODES = ['phone', 'mail', 'mssante'] as const;
export type AnswerMode = (typeof ANSWER_MODES)[number];

/** The answer was given outside the software; decisions and reports have their own way. */
export class CloseDto extends VersionDto {
  @IsString()
  @Length(5, 1000, { message: REASON_MESSAGE })
  reason: string;

  /** To whom the answer was given. */
  @IsString()
  @Length(2, 120, { message: 'Indiquez à qui la réponse a été donnée.' })
  toldTo: string;

  @IsIn(ANSWER_MODES)
  how: AnswerMode;
}
