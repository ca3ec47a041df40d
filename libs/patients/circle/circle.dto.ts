import {
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { CIRCLE_KINDS, RELATIVE_LINKS, type CircleKind, type RelativeLink } from '#contracts/patient';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WHICH_DAY = 'Indiquez un jour.';

export class CircleMemberDto {
  @IsIn(CIRCLE_KINDS, { message: 'Choisissez\u00a0: professionnel ou proche.' })
  kind: CircleKind;

  /** Of a professional: somebody of this team's list. */
  @ValidateIf((dto: CircleMemberDto) => dto.kind === 'professional')
  @IsUUID(undefined, { message: 'Choisissez le professionnel dans la liste.' })
  professionalId?: string;

  /** Of a professional: what he does for the patient. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  role?: string;

  /** Of a relative. */
  @ValidateIf((dto: CircleMemberDto) => dto.kind === 'relative')
  @IsString()
  @Length(1, 100, { message: 'Indiquez le nom du proche.' })
  name?: string;

  @ValidateIf((dto: CircleMemberDto) => dto.kind === 'relative')
  @IsIn(RELATIVE_LINKS, { message: 'Dites qui est ce proche pour le patient.' })
  link?: RelativeLink;

  @IsOptional()
  @IsString()
  @MaxLength(30)
  phone?: string;

  /** The patient agrees that one speaks with this relative. */
  @IsOptional()
  @IsBoolean()
  mayTalk?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;

  /** Today when not said. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: WHICH_DAY })
  @Matches(DAY, { message: WHICH_DAY })
  startsOn?: string;

  /** Last day; none: until somebody ends it. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: WHICH_DAY })
  @Matches(DAY, { message: WHICH_DAY })
  endsOn?: string;
}
