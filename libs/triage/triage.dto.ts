import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { PRIORITY_CLASSES, type PriorityClass } from '#contracts/enums';
import { VersionDto } from '#requests';

const REASON_MESSAGE = 'Écrivez la raison en 5 à 1\u00a0000\u00a0caractères.';

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
