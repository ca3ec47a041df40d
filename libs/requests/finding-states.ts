import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { FINDING_STATES } from '#contracts/enums';

const isState = (value: unknown): boolean => FINDING_STATES.some((known) => known === value);

/** `{ finding id: state }`, at most `most` ids of a–z, 0–9 and _. */
export const FindingStates = (most: number): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'object', additionalProperties: { type: 'string', enum: [...FINDING_STATES] } }),
    ValidateBy({
      name: 'guichet:finding-states',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'object' &&
          value !== null &&
          !Array.isArray(value) &&
          Object.keys(value).length <= most &&
          Object.entries(value).every(([id, state]) => /^[a-z0-9_]{1,60}$/.test(id) && isState(state)),
        defaultMessage: () => 'Répondez par Oui, Non ou Ne sais pas à chaque signe.',
      },
    }),
  );
