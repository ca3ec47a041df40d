import { IsIn, IsISO8601, IsString, IsUUID, Length, Matches } from 'class-validator';
import { EXCEPTIONAL_REASONS, EXCEPTIONAL_TEXT_MIN, type ExceptionalReason } from '#contracts/patient';

export class ExceptionalSearchDto {
  @IsISO8601({ strict: true }, { message: 'Indiquez la date de naissance.' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Indiquez la date de naissance.' })
  birthDate: string;

  @IsString()
  @Length(1, 100, { message: 'Indiquez le nom de naissance, entier.' })
  birthName: string;

  @IsString()
  @Length(1, 100, { message: 'Indiquez le premier prénom, entier.' })
  givenName: string;
}

export class ExceptionalOpenDto {
  @IsUUID()
  patientId: string;

  @IsIn(EXCEPTIONAL_REASONS, { message: 'Choisissez la raison de cet accès.' })
  reasonCode: ExceptionalReason;

  /** Read by who reviews the access, and by nobody else. */
  @IsString()
  @Length(EXCEPTIONAL_TEXT_MIN, 1000, { message: 'Dites pourquoi en une phrase (10 caractères au moins).' })
  @Matches(/(\S\s*){10}/, { message: 'Dites pourquoi en une phrase (10 caractères au moins).' })
  text: string;
}
