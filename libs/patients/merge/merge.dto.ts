import { IsInt, IsUUID, Min } from 'class-validator';

export class OtherPatientDto {
  @IsUUID()
  otherId: string;
}

export class MergeDto extends OtherPatientDto {
  /** Version of the file that is kept, as this screen last saw it. */
  @IsInt()
  @Min(1)
  version: number;
}

export class DistinctDto {
  @IsUUID()
  a: string;

  @IsUUID()
  b: string;
}
