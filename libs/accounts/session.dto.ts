import { IsBoolean, IsEmail, IsObject, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

export class SignInDto {
  @IsEmail({}, { message: 'Indiquez une adresse électronique, par exemple prenom.nom@exemple.fr.' })
  @MaxLength(200)
  email: string;

  @IsString()
  @Length(1, 200, { message: 'Indiquez votre mot de passe.' })
  password: string;
}

export class UnlockDto {
  @IsString()
  @Length(1, 200, { message: 'Indiquez votre mot de passe.' })
  password: string;
}

export class ForgotDto {
  @IsEmail({}, { message: 'Indiquez une adresse électronique, par exemple prenom.nom@exemple.fr.' })
  @MaxLength(200)
  email: string;
}

export class TotpCodeDto {
  /** Six digits; a space in the middle is how telephones show them. */
  @Matches(/^\s*\d{3}\s?\d{3}\s*$/, { message: 'Indiquez les six chiffres du code.' })
  code: string;

  /** Spares the second factor on this browser for thirty days: requesters only. */
  @IsOptional()
  @IsBoolean()
  trustDevice?: boolean;
}

export class RecoveryCodeDto {
  @IsString()
  @Length(8, 40, { message: 'Indiquez un code de secours en entier.' })
  code: string;
}

/** What the browser's security key answered; its shape is checked where it is verified. */
export class KeyResponseDto {
  @IsObject({ message: 'La clé n’a pas répondu. Recommencez.' })
  response: Record<string, unknown>;
}

export class KeySignInDto extends KeyResponseDto {
  @IsOptional()
  @IsBoolean()
  trustDevice?: boolean;
}

export class NewKeyDto extends KeyResponseDto {
  @IsString()
  @Length(1, 60, { message: 'Donnez un nom à cette clé, en 60 caractères au plus.' })
  label: string;
}

export class NewTotpDto {
  @IsOptional()
  @IsString()
  @Length(1, 60, { message: 'Donnez un nom à cette application, en 60 caractères au plus.' })
  label?: string;
}

export class ConfirmTotpDto {
  @Matches(/^\s*\d{3}\s?\d{3}\s*$/, { message: 'Indiquez les six chiffres du code.' })
  code: string;
}

export class ChangePasswordDto {
  @IsString()
  @Length(1, 200, { message: 'Indiquez votre mot de passe actuel.' })
  current: string;

  @IsString()
  @Length(1, 400, { message: 'Choisissez un mot de passe.' })
  next: string;
}
