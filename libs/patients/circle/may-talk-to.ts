import { RELATIVE_LINK_LABELS, type RelativeLink } from '#contracts/patient';

interface Relative {
  name: string;
  link: RelativeLink | null;
  phone: string;
  mayTalk: boolean;
  live: boolean;
}

/** « Vous pouvez parler à\u00a0: sa fille, Armelle Kerdoncuff, 06 39 98 45 67 »: one line for each relative the patient named. */
export const mayTalkTo = (circle: readonly Relative[]): string[] =>
  circle
    .filter(({ live, mayTalk, link }) => live && mayTalk && link !== null)
    .map(({ link, name, phone }) => [link ? RELATIVE_LINK_LABELS[link] : '', name, phone].filter(Boolean).join(', '));

/** In its period, and not ended. Days are YYYY-MM-DD, both within. */
export const isLive = (
  { startsOn, endsOn, endedAt }: { startsOn: string; endsOn: string | null; endedAt: Date | null },
  today: string,
): boolean => endedAt === null && startsOn <= today && (endsOn === null || endsOn >= today);
