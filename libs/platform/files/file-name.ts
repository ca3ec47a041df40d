import { refused } from './refusal.ts';

const LONGEST = 120;

/** Separators, controls, and marks that make a name read otherwise than it is written: no browser sends them by itself. */
const DECEITFUL = /[/\\\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u;
/** `bilan.exe.pdf`: an inner name that some systems show or run. */
const RUNNABLE =
  /\.(html?|xhtml|svg|xml|js|mjs|vbs|exe|scr|bat|cmd|msi|jar|ps1|lnk|php\d?|phtml|sh|hta|apk|zip|docm|xlsm)\./i;

/** A name fit to be shown and given back; it never becomes a path. @throws when it is made to deceive. */
export function cleanFileName(name: string): string {
  if (DECEITFUL.test(name) || RUNNABLE.test(name)) throw refused('name');
  const plain = name
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[.\s]+/, '');
  const dot = plain.lastIndexOf('.');
  const [stem, extension] = [plain.slice(0, dot).trim(), plain.slice(dot)];
  if (dot < 1 || !stem || !/^\.[a-z0-9]{2,5}$/i.test(extension)) throw refused('name');
  const letters = Array.from(stem);
  return `${letters.slice(0, LONGEST - extension.length).join('')}${extension}`;
}
