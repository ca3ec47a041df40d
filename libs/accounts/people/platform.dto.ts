import { Transform, Type } from 'class-transformer';
import {
  IsDefined,
  IsEmail,
  IsIn,
  IsObject,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { SPECIALTIES, type Specialty } from '#contracts/enums';
import { CIVILITIES, type Civility } from './people.dto.ts';

export class FirstAdministratorDto {
  @IsIn(CIVILITIES) civility: Civility;
  @IsString() @Length(1, 80, { message: 'Indiquez le nom.' }) familyName: string;
  @IsString() @MaxLength(80) givenName: string;
  @IsEmail({}, { message: 'Indiquez une adresse électronique, par exemple prenom.nom@exemple.fr.' })
  @MaxLength(200)
  email: string;
}

export class OpenEssDto {
  @Matches(/^[a-z0-9-]{3,40}$/, { message: 'Écrivez 3 à 40 minuscules sans accent, chiffres ou tirets.' }) slug: string;
  @IsString() @Length(3, 80, { message: 'Indiquez le nom de l’ESS.' }) name: string;
  @IsIn(SPECIALTIES) specialty: Specialty;
  @IsString() @MaxLength(80) region: string;
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.replace(/[\s.]/g, '') : value))
  @Matches(/^0\d{9}$/, { message: 'Indiquez un numéro à dix chiffres.' })
  phone: string;
  @IsDefined() @IsObject() @ValidateNested() @Type(() => FirstAdministratorDto) administrator: FirstAdministratorDto;
}

export class FindPersonDto {
  @IsEmail({}, { message: 'Indiquez l’adresse électronique de son compte, entière.' })
  @MaxLength(200)
  email: string;
}
