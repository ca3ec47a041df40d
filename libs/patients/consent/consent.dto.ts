import { IsIn, IsISO8601, IsOptional, IsString, MaxLength } from 'class-validator';
import { CONSENT_KINDS, CONSENT_RECORD_MODES, type ConsentKind, type ConsentRecordMode } from '#contracts/patient';

export class ConsentDto {
  @IsIn(CONSENT_KINDS, { message: 'Dites ce que vous notez\u00a0: information, accord, opposition ou retrait.' })
  kind: ConsentKind;

  @IsIn(CONSENT_RECORD_MODES, { message: 'Dites comment\u00a0: de vive voix, par écrit, par un proche.' })
  mode: ConsentRecordMode;

  /** When it was said. */
  @IsISO8601({ strict: true }, { message: 'Indiquez quand cela a été dit.' })
  at: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}
