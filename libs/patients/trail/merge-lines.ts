import { MEMBER_ROLE_LABELS, REQUESTER_ROLE_LABELS } from '#contracts/enums';
import type { MemberRole, RequesterRole } from '#contracts/enums';
import { doneWords, purposeWords } from './access-words.ts';
import type { AccessLineView } from './access-list.view.ts';

/** One line of the trail about the patient, with what its actor was that day. */
export interface TraceLine {
  at: Date;
  /** Civil day in the time zone of the team. */
  day: string;
  actorId: string;
  action: string;
  reason: string;
  name: string | null;
  role: MemberRole | null;
  requesterRole: RequesterRole | null;
  organisation: string | null;
  /** The patient, in his own space. */
  self: boolean;
}

/**
 * Repeats of one person on one day become one line, newest day first.
 * @param lines in the order of time
 */
export function mergeLines(lines: readonly TraceLine[], essName: string, withNames: boolean): AccessLineView[] {
  const merged = new Map<string, AccessLineView>();
  for (const line of lines) {
    const key = `${line.day} ${line.actorId}`;
    const known = merged.get(key);
    const at = line.at.toISOString();
    const view = known ?? {
      ...{ at, until: at, times: 0, purposes: [], acts: [] },
      ...whoOf(line, essName),
      name: withNames && !line.self ? line.name : null,
    };
    view.until = at;
    view.times += 1;
    add(view.purposes, line.self ? 'Vous-même' : purposeWords(line.reason));
    add(view.acts, line.self ? ownWords(line.action) : doneWords(line.action));
    merged.set(key, view);
  }
  return [...merged.values()].reverse().sort((one, other) => other.at.localeCompare(one.at));
}

const ownWords = (action: string): string =>
  action === 'access-list.read' ? 'Vous avez lu cette liste' : 'Vous avez ouvert votre espace';

function whoOf(line: TraceLine, essName: string): { role: string; structure: string } {
  if (line.self) return { role: 'Vous-même', structure: 'Votre espace' };
  const role = line.requesterRole
    ? REQUESTER_ROLE_LABELS[line.requesterRole]
    : line.role
      ? MEMBER_ROLE_LABELS[line.role]
      : 'Professionnel';
  return { role, structure: line.organisation ?? essName };
}

function add(words: string[], word: string): void {
  if (!words.includes(word)) words.push(word);
}
