import { DomainError } from '#contracts';
import { COMMON_PASSWORDS } from './common-passwords.data.ts';

export const PASSWORD_SHORTEST = 12;
export const PASSWORD_LONGEST = 200;
/** Fewer different signs than this is a pattern, however long. */
const FEWEST_SIGNS = 5;
/** What must be left of a password once the person's own name and address are taken out of it. */
const LEAST_BESIDE_NAME = 6;
/** Letters that follow each other by chance are shorter. */
const SHORTEST_ROW = 4;
const ROWS = ['azertyuiopqsdfghjklmwxcvbn', 'qwertyuiopasdfghjklzxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '0123456789'];

/** Whose password it is: what anybody who knows him would try. */
export interface PasswordOwner {
  email: string;
  names: readonly string[];
}

/**
 * NIST SP 800-63B and CNIL: length, a list of the common ones, nothing of the person's own; no signs imposed.
 * @throws password.too-common, with what to do.
 */
export function requireGoodPassword(password: string, owner: PasswordOwner): void {
  if (password.length < PASSWORD_SHORTEST) {
    throw refused(`Choisissez au moins ${PASSWORD_SHORTEST} caractères\u00a0: une petite phrase convient très bien.`);
  }
  if (password.length > PASSWORD_LONGEST) {
    throw refused(`Choisissez un mot de passe de ${PASSWORD_LONGEST} caractères au plus.`);
  }
  if (isCommon(password)) {
    throw refused('Ce mot de passe est parmi les premiers essayés. Choisissez plutôt une petite phrase à vous.');
  }
  if (isOwnName(password, owner)) {
    throw refused('Ce mot de passe reprend votre nom ou votre adresse. Choisissez une petite phrase sans eux.');
  }
}

const refused = (message: string) => new DomainError('password.too-common', message);

/** In the list as it is, or once its decoration is taken off: figures and signs at the ends, a word said twice, a keyboard row. */
export function isCommon(password: string): boolean {
  const small = password.normalize('NFKC').toLowerCase();
  const letters = small.replace(/[^\p{L}]/gu, '');
  const core = small.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (new Set(small).size < FEWEST_SIGNS) return true;
  return [small, core, letters].some((word) => word !== '' && (isListed(word) || isListed(oncePeriod(word))));
}

const isListed = (word: string): boolean => COMMON_PASSWORDS.has(word) || isRow(word);

/** « azertyazerty » is « azerty ». */
function oncePeriod(word: string): string {
  const at = `${word}${word}`.indexOf(word, 1);
  return word.slice(0, at);
}

const isRow = (word: string): boolean =>
  word.length >= SHORTEST_ROW &&
  ROWS.some((row) => [word, reversed(word)].some((turned) => `${row}${row}`.includes(turned)));

const reversed = (word: string): string => [...word].reverse().join('');

function isOwnName(password: string, { email, names }: PasswordOwner): boolean {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const parts = [...plain(email).split(/[^a-z0-9]+/), ...names.flatMap((name) => plain(name).split(/[^a-z0-9]+/))]
    .filter((part) => part.length >= 3)
    .sort((a, b) => b.length - a.length);
  const written = plain(password);
  if (!parts.some((part) => written.includes(part))) return false;
  const left = parts.reduce((text, part) => text.replaceAll(part, ''), written).replace(/[^\p{L}]/gu, '');
  return left.length < LEAST_BESIDE_NAME;
}
