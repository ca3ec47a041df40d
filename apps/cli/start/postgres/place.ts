import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from '../start-error.ts';
import { candidateFolders, pickBinaries, type PostgresBinaries } from './binaries.ts';
import { existingMajors } from './cluster.ts';
import { createMissingLinks } from './links.ts';
import type { PostgresMemory } from './memory.ts';
import { copyBinaries, reachableDataParent } from './relocate.ts';
import { chooseRunAs, fallbackUser, type RunAs } from './run-as.ts';

/** Which server, run by whom, on data kept where. */
export interface PostgresPlace {
  readonly binaries: PostgresBinaries;
  readonly runAs: RunAs;
  readonly parent: string;
  readonly copy: string | null;
}

export function findPlace(root: string, dataFolder: string, memory: PostgresMemory): PostgresPlace {
  const parent = memory.parent ?? dataFolder;
  const candidates = candidateFolders(root, process.env['PATH'] ?? '');
  const shipped = candidates.find((one) => one.packageFolder !== null);
  const copy =
    shipped?.packageFolder && !tryLinks(shipped.packageFolder) ? copyBinaries(shipped.bin, memory.copy) : null;
  const majors = existingMajors(parent);
  const wanted = majors.length === 0 ? null : Math.max(...majors);
  const binaries = pickBinaries(copy ? [copy, ...candidates] : candidates, wanted);
  if (!binaries) throw new StartError(missingSentence(wanted));
  const runAs = chooseRunAs(binaries.bin, parent);
  if (runAs) return { binaries, runAs, parent, copy: copy?.packageFolder ?? memory.copy };
  return moveOut(binaries, dataFolder, memory);
}

/** False when the package belongs to someone else and its links cannot be made in place. */
function tryLinks(packageFolder: string): boolean {
  try {
    createMissingLinks(packageFolder);
    return true;
  } catch {
    return false;
  }
}

/** Root, in a place nobody else enters, on a system without user namespaces: server and data go outside. */
function moveOut(binaries: PostgresBinaries, dataFolder: string, memory: PostgresMemory): PostgresPlace {
  const copied =
    binaries.packageFolder === null ? binaries : { ...binaries, ...copyBinaries(binaries.bin, memory.copy) };
  const parent = reachableDataParent(dataFolder);
  mkdirSync(dirname(parent), { recursive: true, mode: 0o755 });
  mkdirSync(parent, { recursive: true, mode: 0o711 });
  const runAs = chooseRunAs(copied.bin, parent) ?? fallbackUser();
  if (!runAs) {
    throw new StartError(
      "PostgreSQL refuse de tourner en root et aucun autre utilisateur n'est utilisable ici : relancez sans root.",
    );
  }
  return { binaries: copied, runAs, parent, copy: copied.packageFolder };
}

function missingSentence(wantedMajor: number | null): string {
  if (wantedMajor !== null) {
    return `Ce dossier contient des données de PostgreSQL ${wantedMajor}, qui n'est pas installé sur cette machine : installez cette version, ou indiquez un autre dossier avec --data.`;
  }
  return 'Aucun serveur PostgreSQL utilisable sur cette machine : installez PostgreSQL 15 ou plus récent, ou indiquez DATABASE_URL.';
}
