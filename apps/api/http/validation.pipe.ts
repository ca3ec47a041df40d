import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { FieldErrorBody } from '#contracts';
import { InvalidInput } from './error.filter.ts';

const GENERIC = 'Cette réponse n’a pas la forme attendue.';

const isFrench = (message: string): boolean =>
  !/^(each value in |property |nested property |.* (must|should) )/.test(message);

/** `answers.patient.birthDate`, one entry a field. */
function flatten(errors: ValidationError[], prefix = ''): FieldErrorBody[] {
  return errors.flatMap((error) => {
    const field = prefix ? `${prefix}.${error.property}` : error.property;
    const [constraint] = Object.entries(error.constraints ?? {});
    const own = constraint ? [toBody(field, constraint[0], constraint[1])] : [];
    return [...own, ...flatten(error.children ?? [], field)];
  });
}

function toBody(field: string, code: string, message: string): FieldErrorBody {
  if (code === 'whitelistValidation') return { field, code: 'unknown_field', message: 'Ce champ n’existe pas.' };
  if (code === 'maxLength') return { field, code: 'too_long', message: 'Ce texte est trop long. Raccourcissez-le.' };
  return { field, code, message: isFrench(message) ? message : GENERIC };
}

/** Our longest form has fewer fields: a body made of thousands of wrong ones gets no longer answer. */
const MOST_ERRORS = 100;

/** class-validator is the one source; unknown fields are refused. */
export const validationPipe = () =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: (errors) => new InvalidInput(flatten(errors).slice(0, MOST_ERRORS)),
  });
