import { SPECIALTIES, type Specialty } from '#contracts/enums';

export function isSpecialty(text: string | undefined): text is Specialty {
  return SPECIALTIES.some((specialty) => specialty === text);
}
