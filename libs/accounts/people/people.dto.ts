import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import {
  MEMBER_ROLES,
  ORGANISATION_KINDS,
  REQUESTER_ROLES,
  type MemberRole,
  type OrganisationKind,
  type RequesterRole,
} from '#contracts/enums';
import { SHARING_DEFAULTS } from '#directory';
import type { SharingDefault } from '#directory';

const DAY = /^20\d{2}-\d{2}-\d{2}$/;
export const CIVILITIES = ['', 'Dr', 'Pr', 'Mme', 'M.'] as const;
export type Civility = (typeof CIVILITIES)[number];
const GROUPS = ['team', 'requesters', 'gone'] as const;
export type PeopleGroup = (typeof GROUPS)[number];

export class PeopleQueryDto {
  @IsOptional() @IsIn(GROUPS) group?: PeopleGroup;
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  /** Where the page before ended. */
  @IsOptional() @IsString() @MaxLength(200) after?: string;
}

export class RoleDto {
  @IsIn(MEMBER_ROLES) role: MemberRole;
  @IsOptional() @IsIn(REQUESTER_ROLES) requesterRole?: RequesterRole | null;
  @IsOptional() @IsUUID() organisationId?: string | null;
  @IsOptional() @IsUUID() delegateOf?: string | null;
  @Matches(DAY, { message: 'Indiquez le premier jour, par exemple 24/11/2026.' }) startsOn: string;
  @IsOptional() @Matches(DAY, { message: 'Indiquez le dernier jour, par exemple 24/05/2027.' }) endsOn?: string | null;
}

export class NewOrganisationDto {
  @IsString() @Length(2, 120, { message: 'Indiquez le nom de la structure.' }) name: string;
  @IsIn(ORGANISATION_KINDS) kind: OrganisationKind;
  @IsOptional() @IsString() @MaxLength(5) communeInsee?: string | null;
}

export class InvitePersonDto extends RoleDto {
  @IsIn(CIVILITIES) civility: Civility;
  @IsString() @Length(1, 80, { message: 'Indiquez le nom.' }) familyName: string;
  @IsString() @MaxLength(80) givenName: string;
  @IsString() @MaxLength(80) profession: string;
  @IsOptional() @IsString() @MaxLength(16) rpps?: string | null;
  @IsEmail({}, { message: 'Indiquez une adresse électronique, par exemple prenom.nom@exemple.fr.' })
  @MaxLength(200)
  email: string;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => NewOrganisationDto) newOrganisation?: NewOrganisationDto;
}

export class PeriodDto {
  @Matches(DAY, { message: 'Indiquez le premier jour, par exemple 24/11/2026.' }) startsOn: string;
  @IsOptional() @Matches(DAY, { message: 'Indiquez le dernier jour, par exemple 24/05/2027.' }) endsOn?: string | null;
  @IsOptional() @IsIn(REQUESTER_ROLES) requesterRole?: RequesterRole | null;
}

export class DepartureDto {
  /** Who takes what was in hand; none when nothing is. */
  @IsOptional() @IsUUID() handTo?: string | null;
}

export class EssSettingsDto {
  @IsIn(SHARING_DEFAULTS) sharingDefault: SharingDefault;
  /** Names in the list a patient reads of his accesses; role and structure are always there. */
  @IsBoolean() accessListNames: boolean;
}

export class LinkDto {
  @IsString() @MaxLength(200) token: string;
}

export class UseLinkDto extends LinkDto {
  @IsString() @Length(1, 400, { message: 'Choisissez un mot de passe.' }) password: string;
}
