import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import {
  CONSENT_MODES,
  DOERS,
  OUTCOMES,
  RECEPTION_KINDS,
  WITHOUT_ESS,
  type ConsentMode,
  type Doer,
  type Outcome,
  type ReceptionKind,
  type WithoutEss,
} from '#contracts/care';
import { VersionDto } from '#requests';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const CONCLUSIONS = 'Écrivez la conclusion\u00a0: c’est elle que le demandeur lit d’abord.';

export class TaskDto {
  @IsIn(DOERS)
  who: Doer;

  @IsString()
  @Length(2, 400, { message: 'Dites ce qui est à faire.' })
  what: string;

  @IsString()
  @Length(1, 120, { message: 'Dites pour quand.' })
  when: string;
}

/** What every signed text has in common, below what it found or answers. */
class SignedTextDto {
  @IsString()
  @Length(3, 4000, { message: CONCLUSIONS })
  conclusions: string;

  @IsArray()
  @ArrayMaxSize(12)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TaskDto)
  tasks: TaskDto[];

  @IsString()
  @MaxLength(1000)
  callBackWhen: string;

  @IsString()
  @MaxLength(1000)
  call15When: string;

  /** Technical incidents; empty means none. */
  @IsString()
  @MaxLength(1000)
  incidents: string;
}

export class ReadingDto extends SignedTextDto {
  /** What was seen: findings of the exam or of the consultation. */
  @IsString()
  @Length(3, 10_000, { message: 'Écrivez ce que vous avez constaté.' })
  findings: string;
}

/** A téléexpertise answer with its legal fields (CSP R.6316-4; consent: L.1111-4). */
export class AnswerDto extends SignedTextDto {
  @IsString()
  @Length(3, 10_000, { message: 'Écrivez votre avis.' })
  answer: string;

  /** The patient was told of the téléexpertise. */
  @IsBoolean()
  informed: boolean;

  @IsOptional()
  @Matches(DATE)
  informedOn: string | null;

  @IsIn(CONSENT_MODES)
  consent: ConsentMode;

  @IsOptional()
  @Matches(DATE)
  consentOn: string | null;
}

export class GiveAnswerDto extends VersionDto {
  @IsObject()
  @ValidateNested()
  @Type(() => AnswerDto)
  answer: AnswerDto;
}

export class SignReadingDto extends VersionDto {
  @IsObject()
  @ValidateNested()
  @Type(() => ReadingDto)
  reading: ReadingDto;
}

export class AppointmentReportDto extends VersionDto {
  @IsObject()
  @ValidateNested()
  @Type(() => ReadingDto)
  report: ReadingDto;
}

export class DeclineDto extends VersionDto {
  @IsString()
  @Length(3, 10_000, { message: 'Écrivez votre conseil\u00a0: une demande non retenue en reçoit toujours un.' })
  advice: string;

  @IsString()
  @Length(3, 4000, { message: CONCLUSIONS })
  conclusions: string;
}

export class RedirectDto extends VersionDto {
  /** A service, a centre of the territory or beyond; the team's own name when `toEss` is given. */
  @IsString()
  @Length(2, 200, { message: 'Indiquez vers qui la demande est réorientée.' })
  resource: string;

  /** Slug of another team of this house: it receives a signed copy of the request. */
  @IsOptional()
  @Matches(/^[a-z0-9-]{3,40}$/)
  toEss?: string;

  @IsString()
  @Length(2, 200, { message: 'Indiquez comment le joindre.' })
  contact: string;

  @IsString()
  @Length(3, 10_000, { message: 'Écrivez pourquoi, et ce qui est à faire en attendant.' })
  advice: string;
}

export class AdmissionDto extends VersionDto {
  @IsString()
  @Length(2, 200, { message: 'Indiquez le service qui reçoit le patient.' })
  service: string;

  @IsString()
  @Length(2, 120, { message: 'Indiquez quand.' })
  when: string;

  @IsString()
  @Length(2, 200, { message: 'Indiquez qui joindre dans le service.' })
  contact: string;

  @IsString()
  @Length(3, 10_000, { message: 'Écrivez ce qui est à faire d’ici là.' })
  advice: string;
}

export class HandOverDto extends VersionDto {
  @IsString()
  @Length(2, 120, { message: 'Indiquez à qui vous avez parlé.' })
  toldTo: string;

  @IsString()
  @Length(5, 1000, { message: 'Écrivez en quelques mots ce qui a été convenu.' })
  reason: string;
}

export class ReceptionDto extends VersionDto {
  @IsIn(RECEPTION_KINDS)
  kind: ReceptionKind;

  /** `by_phone`: to whom the answer was read. */
  @IsOptional()
  @IsString()
  @Length(2, 120, { message: 'Indiquez à qui la réponse a été lue.' })
  toldTo?: string;

  @IsOptional()
  @IsIn(OUTCOMES)
  happened?: Outcome;

  @IsOptional()
  @IsIn(WITHOUT_ESS)
  withoutEss?: WithoutEss;
}

export class OutcomeDto extends VersionDto {
  @IsIn(OUTCOMES)
  happened: Outcome;

  @IsOptional()
  @IsIn(WITHOUT_ESS)
  withoutEss?: WithoutEss;
}
