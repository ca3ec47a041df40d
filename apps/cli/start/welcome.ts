import { relative } from 'node:path';
import { accountLines, type DemonstrationAccount } from './demonstration/accounts.ts';

export interface Welcome {
  readonly url: string;
  readonly host: string;
  readonly dataFolder: string;
  readonly demonstration: boolean;
  readonly accounts: readonly DemonstrationAccount[];
}

/** What the terminal shows once everything answers. */
export function welcomeLines(welcome: Welcome): string[] {
  const folder = relative(process.cwd(), welcome.dataFolder) || '.';
  return [
    '',
    `Guichet ouvert\u00A0: ${welcome.url}`,
    ...(isLocal(welcome.host) ? [] : [`Visible du réseau (${welcome.host}).`]),
    '',
    ...(welcome.demonstration
      ? ['Comptes de démonstration (personnes inventées)\u00A0:', ...accountLines(welcome.accounts)]
      : ['Premier compte\u00A0: npx --no guichet users create-admin EMAIL --ess SLUG']),
    '',
    `Données et journaux\u00A0: ${folder}. Ctrl-C arrête tout, les données restent.`,
  ];
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
