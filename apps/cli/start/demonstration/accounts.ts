import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeJsonFile } from '../json-file.ts';

export interface DemonstrationAccount {
  readonly email: string;
  readonly password: string;
  readonly role: string;
  readonly ess: string;
  /** Of the second factor; a folder of before has none yet. */
  readonly totpSecret?: string;
}

export function writeAccounts(dataFolder: string, accounts: readonly DemonstrationAccount[]): void {
  writeJsonFile(fileIn(dataFolder), accounts);
}

export function readAccounts(dataFolder: string): DemonstrationAccount[] {
  if (!existsSync(fileIn(dataFolder))) return [];
  try {
    const parsed: unknown = JSON.parse(readFileSync(fileIn(dataFolder), 'utf8'));
    return Array.isArray(parsed) ? parsed.filter(isAccount) : [];
  } catch {
    return [];
  }
}

export function isAccount(value: unknown): value is DemonstrationAccount {
  if (typeof value !== 'object' || value === null) return false;
  return ['email', 'password', 'role', 'ess'].every((key) => typeof Reflect.get(value, key) === 'string');
}

/** Those whose second factor is known already. */
export const withSecret = (
  accounts: readonly DemonstrationAccount[],
): (DemonstrationAccount & { totpSecret: string })[] =>
  accounts.flatMap(({ totpSecret, ...account }) => (totpSecret ? [{ ...account, totpSecret }] : []));

/** A table for the terminal, one account a line. */
export function accountLines(accounts: readonly DemonstrationAccount[]): string[] {
  const rows = [
    ['ESS', 'Rôle', 'E-mail', 'Mot de passe'],
    ...accounts.map(({ ess, role, email, password }) => [ess, role, email, password]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd());
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, 'accounts.json');
}
