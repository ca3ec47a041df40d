import { IsBoolean, IsInt, IsISO8601, IsNumber, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';

export class DayDto {
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Indiquez le jour.' })
  date: string;

  /** The version the screen shows: a stale one is refused with who and when. */
  @IsInt()
  @Min(0)
  version: number;
}

export class PlanDto extends DayDto {
  /** Time of the search; 1 when absent. */
  @IsOptional()
  @IsNumber()
  @Min(0.1)
  @Max(5)
  seconds?: number;
}

export class MoveVisitDto extends DayDto {
  @IsUUID()
  actId: string;

  /** Null takes the visit out of the day. */
  @IsOptional()
  @IsUUID()
  teamId: string | null;

  /** Rank in the team's tour, 0 first; the best place when neither rank nor hour is given. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(200)
  position?: number;

  /** A chosen hour is kept: the stop is locked on it. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'Indiquez une heure.' })
  startAt?: string;

  /** Prices the move without making it. */
  @IsBoolean()
  dryRun: boolean;
}

export class LockVisitDto extends DayDto {
  @IsUUID()
  actId: string;

  @IsBoolean()
  locked: boolean;
}
