import { IsBoolean, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';

export class PscStartDto {
  /** Where to go afterwards: a page of this site. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  @Matches(/^\/(?![/\\])/)
  suite?: string;

  /** The person of the session of this browser shows again who he is: a lock, or an act that asks for a fresh proof. */
  @IsOptional()
  @IsBoolean()
  reprise?: boolean;

  /** Pro Santé Connect remembers somebody else: it asks again who is there. */
  @IsOptional()
  @IsBoolean()
  autre?: boolean;
}

/** What Pro Santé Connect wrote in the address of the page it sent back to. */
export class PscFinishDto {
  @IsString()
  @Length(1, 2048)
  code: string;

  @IsString()
  @Length(1, 256)
  state: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  iss?: string;
}

export class PscExerciceDto {
  @IsInt()
  @Min(0)
  @Max(99)
  index: number;
}
