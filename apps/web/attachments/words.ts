import { NBSP } from '../ui/format.ts';
import type { AttachmentKind, AttachmentView } from './views.ts';

export const KIND_WORDS: Readonly<Record<AttachmentKind, string>> = {
  document: 'Document',
  ecg: 'ECG',
  photo: 'Photo',
};
export const KINDS: readonly AttachmentKind[] = ['document', 'ecg', 'photo'];

const TYPE_WORDS: Readonly<Record<AttachmentView['mime'], string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'image JPEG',
  'image/png': 'image PNG',
};

/** What the file pickers offer; the server checks again, content included. */
export const ACCEPTED = Object.keys(TYPE_WORDS).join(',');
const MOST_BYTES = 10 * 1024 * 1024;

/** « 850 ko », « 2,4 Mo » */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes}${NBSP}octets`;
  const kilo = bytes / 1024;
  if (kilo < 1000) return `${Math.round(kilo)}${NBSP}ko`;
  return `${(kilo / 1024).toFixed(1).replace('.', ',').replace(',0', '')}${NBSP}Mo`;
}

/** « ECG, PDF, 240 ko » */
export const describe = (file: Pick<AttachmentView, 'kind' | 'mime' | 'sizeBytes'>): string =>
  [KIND_WORDS[file.kind], TYPE_WORDS[file.mime], sizeWords(file.sizeBytes)].join(', ');

/** What can be said before sending anything; null when it may go. */
export function refusalBeforeSending(file: Pick<File, 'name' | 'type' | 'size'>): string | null {
  if (/^image\/hei[cf]$/.test(file.type) || /\.hei[cf]$/i.test(file.name)) {
    return 'Cette photo est au format HEIC. Dans les réglages de l’appareil photo, choisissez «\u00a0Le plus compatible\u00a0», ou envoyez une copie d’écran.';
  }
  if (!(file.type in TYPE_WORDS)) {
    return 'Seuls les PDF et les images JPEG ou PNG sont acceptés. Enregistrez ce document en PDF, ou photographiez-le.';
  }
  if (file.size === 0) return 'Ce fichier est vide. Enregistrez-le de nouveau, puis ajoutez-le.';
  if (file.size > MOST_BYTES) {
    return `Ce fichier pèse ${sizeWords(file.size)}, la limite est de 10${NBSP}Mo. Réduisez-le, ou envoyez-le en plusieurs parties.`;
  }
  return null;
}

/** « Ajout de 2 fichiers » for those who do not see the bars. */
export function progressWords(sending: number, failed: number): string {
  if (sending > 0) return sending > 1 ? `Ajout de ${sending}${NBSP}fichiers en cours` : 'Ajout du fichier en cours';
  if (failed > 0)
    return failed > 1 ? `${failed}${NBSP}fichiers n’ont pas été ajoutés` : 'Un fichier n’a pas été ajouté';
  return '';
}
