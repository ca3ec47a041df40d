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
    `Guichet ouvert : ${welcome.url}`,
    ...(isLocal(welcome.host) ? [] : [`Visible du réseau (${welcome.host}).`]),
    '',
    ...(welcome.demonstration
      ? [
          'Comptes de démonstration (personnes inventées) ; le code du second facteur est sur la page de connexion :',
          ...accountLines(welcome.accounts),
        ]
      : [
          'Première ESS et son compte :',
          `  npx --no guichet users create-admin EMAIL --ess SLUG --specialty cardiologie --name NOM --phone NUMÉRO --data ${folder}`,
        ]),
    '',
    `Données et journaux : ${folder}. Ctrl-C arrête tout, les données restent.`,
  ];
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
