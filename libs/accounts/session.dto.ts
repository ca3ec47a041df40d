import { IsEmail, IsString, Length, MaxLength } from 'class-validator';

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
