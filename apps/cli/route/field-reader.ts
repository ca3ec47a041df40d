import { ProblemError } from '#routing';

/** An object of the input, read field by field; `name` says where one is (« jobs[3] »). */
export class FieldReader {
  readonly name: string;
  readonly #fields: Record<string, unknown>;

  constructor(value: unknown, name: string) {
    this.name = name;
    this.#fields = toRecord(value, name);
  }

  has(key: string): boolean {
    return this.#fields[key] !== undefined && this.#fields[key] !== null;
  }

  get(key: string): unknown {
    return this.#fields[key];
  }

  /** A whole number, needed. */
  id(): number {
    const id = this.#fields['id'];
    if (typeof id === 'number' && Number.isSafeInteger(id)) return id;
    throw this.refusal('id', 'un nombre entier est attendu');
  }

  text(key: string): string | undefined {
    if (!this.has(key)) return undefined;
    const value = this.#fields[key];
    if (typeof value === 'string') return value;
    throw this.refusal(key, 'un texte est attendu');
  }

  /** A number, zero or more. */
  amount(key: string): number | undefined {
    return this.has(key) ? toAmount(this.#fields[key], `${this.name}.${key}`) : undefined;
  }

  amounts(key: string): number[] | undefined {
    if (!this.has(key)) return undefined;
    return this.list(key).map((value, at) => toAmount(value, `${this.name}.${key}[${at}]`));
  }

  /** Seconds by vehicle type. */
  amountsByName(key: string): Record<string, number> | undefined {
    if (!this.has(key)) return undefined;
    const entries = Object.entries(toRecord(this.#fields[key], `${this.name}.${key}`));
    return Object.fromEntries(entries.map(([name, value]) => [name, toAmount(value, `${this.name}.${key}.${name}`)]));
  }

  list(key: string): unknown[] {
    const value = this.#fields[key] ?? [];
    if (Array.isArray(value)) return value;
    throw this.refusal(key, 'une liste est attendue');
  }

  refusal(key: string, words: string): ProblemError {
    return new ProblemError(`${this.name}.${key} : ${words}.`);
  }
}

export function toRecord(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new ProblemError(`${name} : un objet est attendu.`);
}

/** Beyond, seconds no longer add up one by one: it is a slip, not a time. */
const LARGEST_AMOUNT = 1e12;

export function toAmount(value: unknown, name: string): number {
  if (typeof value === 'number' && value >= 0 && value <= LARGEST_AMOUNT) return value;
  if (typeof value === 'number' && value > LARGEST_AMOUNT)
    throw new ProblemError(`${name} : ce nombre est trop grand.`);
  throw new ProblemError(`${name} : un nombre positif ou nul est attendu.`);
}
