import { IsIn, IsInt, IsISO8601, IsString, Length, Matches, MaxLength, Min } from 'class-validator';
import { type Sex, SEXES } from '#contracts/enums';
import { DOCUMENT_KINDS, type DocumentKind } from '#contracts/patient';

/** Letters, spaces, hyphens and apostrophes, as on an identity card. */
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}\s'’.-]*$/u;
const LETTERS = 'Écrivez le nom en lettres, sans chiffre.';

export class PatientVersionDto {
  /** The version of the identity this screen last saw. */
  @IsInt()
  @Min(1)
  version: number;
}

export class TraitsDto extends PatientVersionDto {
  @IsString()
  @Length(1, 100, { message: 'Indiquez le nom de naissance.' })
  @Matches(NAME, { message: LETTERS })
  birthName: string;

  @IsString()
  @MaxLength(100)
  @Matches(/^$|^[\p{L}\p{M}][\p{L}\p{M}\s'’.-]*$/u, { message: LETTERS })
  usedName: string;

  @IsString()
  @Length(1, 100, { message: 'Indiquez les prénoms.' })
  @Matches(NAME, { message: LETTERS })
  givenNames: string;

  @IsIn(SEXES, { message: 'Choisissez le sexe\u00a0: féminin, masculin ou inconnu.' })
  sex: Sex;

  @IsISO8601({ strict: true }, { message: 'Indiquez la date de naissance.' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Indiquez la date de naissance.' })
  birthDate: string;

  /** INSEE code of the commune, or of the country; empty when not known. */
  @IsString()
  @MaxLength(5)
  birthPlaceInsee: string;

  @IsString()
  @MaxLength(30)
  phone: string;

  /** 15 characters, or empty. */
  @IsString()
  @MaxLength(40)
  insMatricule: string;

  @IsString()
  @MaxLength(60)
  insOid: string;
}

export class DocumentDto extends PatientVersionDto {
  @IsIn(DOCUMENT_KINDS, { message: 'Choisissez la pièce que vous avez vue.' })
  kind: DocumentKind;
}
