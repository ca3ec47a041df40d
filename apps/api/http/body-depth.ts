import type { FastifyRequest } from 'fastify';
import { DomainError } from '#contracts';
import { mendText } from './mend-text.ts';

/** Our deepest body has five levels; what checks and stores bodies goes down them one call inside another. */
const MOST_LEVELS = 32;

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
const inside = (container: object): object[] => Object.values(container).filter(isContainer);

/** Level by level: measuring must not fall where validating would. */
export function deeperThan(body: unknown, levels: number): boolean {
  let level = [body].filter(isContainer);
  for (let depth = 0; depth < levels && level.length > 0; depth += 1) level = level.flatMap(inside);
  return level.length > 0;
}

/** Parsed JSON only: the bytes of a file are a stream. */
const isJson = (body: unknown): boolean =>
  Array.isArray(body) || (isContainer(body) && Object.getPrototypeOf(body) === Object.prototype);

export function refuseDeepBody({ body }: FastifyRequest): void {
  if (!isJson(body)) return;
  if (deeperThan(body, MOST_LEVELS)) {
    throw new DomainError('input.invalid', 'Cet envoi n’a pas la forme attendue. Rechargez la page, puis recommencez.');
  }
  mendText(body);
}
