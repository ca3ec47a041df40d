import { formatCivilDate, formatPhone } from '../ui/format.ts';
import type { DuplicatePerson } from './views.ts';
import { formatIns, SEX_WORDS } from './words.ts';

export interface PairLine {
  label: string;
  a: string;
  b: string;
  /** `same`: both say it alike; `differs`: both say it, otherwise; `one`: one of them does not say it. */
  verdict: 'same' | 'differs' | 'one';
}

const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase();

/** Two files side by side: what agrees, what differs, what only one of them knows. Lines nobody fills are left out. */
export function pairLines(a: DuplicatePerson, b: DuplicatePerson): PairLine[] {
  const line = (label: string, say: (person: DuplicatePerson) => string): PairLine[] => {
    const [one, other] = [say(a), say(b)];
    if (!one && !other) return [];
    const verdict = !one || !other ? 'one' : bare(one) === bare(other) ? 'same' : 'differs';
    return [{ label, a: one, b: other, verdict }];
  };
  return [
    ...line('Nom de naissance', (person) => person.birthName),
    ...line('Prénoms', (person) => person.givenNames),
    ...line('Nom utilisé', (person) => person.usedName),
    ...line('Naissance', (person) => formatCivilDate(person.birthDate)),
    ...line('Lieu de naissance', (person) => person.birthPlaceName ?? ''),
    ...line('Sexe', (person) => (person.sex === 'unknown' ? '' : SEX_WORDS[person.sex])),
    ...line('INS', (person) => formatIns(person.insMatricule)),
    ...line('Téléphone', (person) => formatPhone(person.phone)),
    ...line('Commune', (person) => person.communeName ?? ''),
  ];
}

const RANK: Record<DuplicatePerson['status'], number> = { QUAL: 3, RECUP: 2, VALI: 1, PROV: 0 };

/** Which identity is proposed to stay: the surer one, then the one with more requests, then the older. */
export function keptFirst(a: DuplicatePerson, b: DuplicatePerson): DuplicatePerson {
  const gap =
    RANK[b.status] - RANK[a.status] ||
    b.requestCount - a.requestCount ||
    Date.parse(a.createdAt) - Date.parse(b.createdAt);
  return gap > 0 ? b : a;
}
