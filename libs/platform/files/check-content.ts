import { checkJpeg, checkPng } from './check-image.ts';
import { checkPdf } from './check-pdf.ts';
import type { FileMime } from './file-types.ts';

const CHECKS: Readonly<Record<FileMime, (bytes: Buffer) => Buffer>> = {
  'application/pdf': checkPdf,
  'image/jpeg': checkJpeg,
  'image/png': checkPng,
};

/** The bytes to keep. @throws when the file is not whole, or is more than what it says. */
export const checkContent = (mime: FileMime, bytes: Buffer): Buffer => CHECKS[mime](bytes);
