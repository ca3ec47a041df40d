import type { FileMime, ScanState } from '#platform';
import type { AttachmentKind } from './attachment.entity.ts';

export class AttachmentView {
  id: string;
  requestId: string;
  visitId: string | null;
  name: string;
  kind: AttachmentKind;
  mime: FileMime;
  sizeBytes: number;
  /** `not_scanned`: no antivirus is configured. */
  scan: ScanState;
  uploadedBy: string;
  uploadedAt: string;
}

export class AttachmentsView {
  items: AttachmentView[];
  /** The viewer may add a file: the request is open. */
  mayAdd: boolean;
}
