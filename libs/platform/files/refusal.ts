import { DomainError } from '#contracts';

/** Why a file is refused, for screens and tests; the sentence is for people. */
export type UploadRefusal =
  | 'empty'
  | 'too_large'
  | 'name'
  | 'type'
  | 'mismatch'
  | 'damaged'
  | 'active_content'
  | 'protected'
  | 'too_many_pixels'
  | 'infected';

const WORDS: Readonly<Record<UploadRefusal, string>> = {
  empty: 'Ce fichier est vide. Enregistrez-le de nouveau, puis ajoutez-le.',
  too_large:
    'Ce fichier dépasse 10\u00a0Mo. Réduisez la photo, ou envoyez le document en plusieurs parties plus petites.',
  name: 'Le nom de ce fichier ne peut pas être repris tel quel. Renommez-le simplement, par exemple «\u00a0ecg.pdf\u00a0», puis ajoutez-le.',
  type: 'Seuls les PDF et les images JPEG ou PNG sont acceptés. Enregistrez ce document en PDF, ou photographiez-le.',
  mismatch:
    'Le contenu de ce fichier n’est pas celui que son nom annonce. Enregistrez-le de nouveau en PDF, JPEG ou PNG.',
  damaged: 'Ce fichier est abîmé ou incomplet. Ouvrez-le, enregistrez-le de nouveau, puis ajoutez-le.',
  active_content:
    'Ce fichier contient du code ou un autre fichier caché. Imprimez-le en PDF, ou photographiez-le, puis ajoutez-le.',
  protected: 'Ce PDF est protégé. Enregistrez-le sans protection, ou photographiez-le, puis ajoutez-le.',
  too_many_pixels: 'Cette image est trop grande. Réduisez-la, puis ajoutez-la.',
  infected: 'L’antivirus a refusé ce fichier. Ne l’ouvrez pas, et prévenez votre service informatique.',
};

export const refused = (why: UploadRefusal): DomainError =>
  new DomainError('upload.refused', WORDS[why], { errors: [{ field: 'file', code: why, message: WORDS[why] }] });
