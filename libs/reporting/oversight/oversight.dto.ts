import { IsDateString, IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { REVIEW_VERDICTS, type ReviewVerdict } from './oversight.view.ts';
import { ACTION_FAMILIES, type ActionFamily } from './audit-words.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Ids and days only: a name never sits in a URL. */
export class TrailQueryDto {
  @IsOptional()
  @Matches(DAY)
  @IsDateString({ strict: true })
  from?: string;

  @IsOptional()
  @Matches(DAY)
  @IsDateString({ strict: true })
  to?: string;

  @IsOptional()
  @IsUUID()
  actor?: string;

  @IsOptional()
  @IsUUID()
  patient?: string;

  @IsOptional()
  @IsIn(ACTION_FAMILIES)
  family?: ActionFamily;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  action?: string;

  /** Id of the last line of the page before. */
  @IsOptional()
  @IsUUID()
  after?: string;
}

/** One patient, exactly: by a reference, or by birth date, birth name and first given name. */
export class TrailPatientDto {
  @IsOptional()
  @IsString()
  @MaxLength(20)
  reference?: string;

  @IsOptional()
  @Matches(DAY)
  @IsDateString({ strict: true })
  birthDate?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  birthName?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  givenName?: string;
}

export class ReviewDto {
  @IsOptional()
  @IsUUID()
  auditId?: string;

  @IsOptional()
  @IsUUID()
  exceptionalId?: string;

  @IsIn(REVIEW_VERDICTS)
  verdict: ReviewVerdict;

  @IsString()
  @Length(5, 1000, { message: 'Écrivez en 5 à 1\u00a0000\u00a0caractères ce qui fonde cet avis.' })
  note: string;
}
