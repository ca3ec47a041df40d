import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ORGANISATION_KINDS, REQUESTER_ROLES, type OrganisationKind, type RequesterRole } from '#contracts/enums';
import { RequestAnswersDto } from './answers.dto.ts';

export class PatientSearchDto {
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Indiquez la date de naissance.' })
  birthDate: string;

  /** First letters of a name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  name?: string;
}

export class SearchDto {
  /** Name, phone or RPPS; two letters or four digits at least. */
  @IsString()
  @MaxLength(100)
  query: string;
}

export class DuplicatesDto {
  @IsUUID()
  patientId: string;

  @Matches(/^[a-z0-9_]{1,60}$/)
  reason: string;
}

export class DraftDto {
  @IsInt()
  @Min(1)
  @Max(4)
  step: number;

  /** The answers so far, whatever is missing; at most 60,000 characters of JSON. */
  @IsObject()
  content: Record<string, unknown>;

  /** The version this screen last saw; 0 for a new draft. */
  @IsInt()
  @Min(0)
  version: number;
}

/** A professional the desk does not know yet: kept as a person without an account. */
export class NewCallerDto {
  @IsString()
  @Length(1, 100, { message: 'Indiquez le nom de la personne qui appelle.' })
  familyName: string;

  @IsString()
  @MaxLength(100)
  givenName: string;

  @IsIn(REQUESTER_ROLES, { message: 'Choisissez la fonction de la personne qui appelle.' })
  profession: RequesterRole;

  @IsOptional()
  @IsString()
  @MaxLength(12)
  rpps?: string;

  @IsString()
  @Length(4, 20, { message: 'Indiquez un numéro où rappeler.' })
  phone: string;

  @IsString()
  @Length(2, 120, { message: 'Indiquez la structure\u00a0: cabinet, EHPAD, service…' })
  organisationName: string;

  @IsIn(ORGANISATION_KINDS)
  organisationKind: OrganisationKind;

  @IsOptional()
  @IsString()
  @MaxLength(5)
  communeInsee?: string;
}

/** Who asked by phone: somebody known, with one of his organisations, or somebody new. */
export class CallerDto {
  @IsOptional()
  @IsUUID()
  professionalId?: string;

  @IsOptional()
  @IsUUID()
  organisationId?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => NewCallerDto)
  newCaller?: NewCallerDto;
}

export const EMERGENCY_ACTS = ['called_15', 'already_handled'] as const;
export type EmergencyAct = (typeof EMERGENCY_ACTS)[number];

export class SendRequestDto {
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => RequestAnswersDto)
  answers: RequestAnswersDto;

  /** Only from the desk. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => CallerDto)
  caller?: CallerDto;

  /** The sender has seen that a request is open for the same patient and reason, and sends all the same. */
  @IsOptional()
  @IsBoolean()
  duplicateSeen?: boolean;

  /** What the sender did on the « 15 » page. */
  @IsOptional()
  @IsIn(EMERGENCY_ACTS)
  emergencyAct?: EmergencyAct;
}
