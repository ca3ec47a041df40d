import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const HELP = `guichet : la ligne de commande du guichet ESS

Usage : npm start -- [options]
        npx --no guichet COMMANDE [options]

Commandes
  start                                   installe, construit et lance tout (options : start --help)
  migrate                                 met la base de données à jour
  seed                                    crée la démonstration dans une base vide
  users create-admin EMAIL --ess SLUG     crée le premier compte d'une ESS
      [--specialty S --name N --phone T]  et ouvre l'ESS si elle n'existe pas
  triage evaluate [--mode structured|text|both] FICHIER|-
  triage lint, triage explain RÈGLE       relit les protocoles, explique une règle
  audit verify [--ess SLUG]               relit les chaînes d'audit et les compare aux ancres
  keys rotate [--ess SLUG]                change la clé maîtresse, ou celle d'une ESS
  patients erase --ess SLUG --reference R efface un dossier pour toujours (avec --yes)
  retention --dry-run|--apply             ce qui est gardé trop longtemps : compte, ou archive et efface
  proof-pack [--out DOSSIER]              les promesses de sécurité et leurs dernières preuves
  route plan [--seconds S] [--seed N] FICHIER|-
                                          planifie les tournées d'un problème VROOM (JSON)

  help, version`;

const START_HELP = `npm start -- [options] : lance le guichet et ses services sur cette machine

  --port N       port de la page (3000 par défaut ; un autre est choisi s'il est pris)
  --host HÔTE    adresse d'écoute (127.0.0.1 par défaut : cette machine seulement)
  --data DIR     dossier des données (.guichet par défaut)
  --no-demo      une installation vide, sans la démonstration
  --reset        efface les données de ce dossier, puis repart de zéro
  --help         cette aide

Ctrl-C arrête tout ; les données restent. Services pris s'ils sont indiqués : DATABASE_URL (avec
DATABASE_OWNER_URL et DATABASE_SYSTEM_URL), REDIS_URL, SMTP_URL, PUBLIC_URL.`;

export function showBare(root, command) {
  if (['version', '--version', '-v'].includes(command)) {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    process.stdout.write(`guichet ${version}\n`);
    return;
  }
  process.stdout.write(`${command === 'start' ? START_HELP : HELP}\n`.replaceAll(/ (?=[:;])/g, '\u00A0'));
}
