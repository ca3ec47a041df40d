import { IsInt, Min } from 'class-validator';

/** Every act on a request carries the version the screen shows: a stale one is refused with who and when. */
export class VersionDto {
  @IsInt()
  @Min(1)
  version: number;
}
