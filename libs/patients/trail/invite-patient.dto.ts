import { Transform } from 'class-transformer';
import { IsEmail, MaxLength } from 'class-validator';

export class InvitePatientDto {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value))
  @IsEmail({}, { message: 'Indiquez une adresse électronique complète, par exemple prenom.nom@exemple.fr.' })
  @MaxLength(200)
  email: string;
}
