import { call } from '../api/client.ts';
import type { AttachmentKind, AttachmentView } from './views.ts';

export interface FileToSend {
  /** Idempotency key, kept over retries: a file sent twice is one file. */
  id: string;
  file: File;
  kind: AttachmentKind;
  visitId?: string;
}

interface Answer {
  data?: AttachmentView;
  error?: unknown;
  response: Response;
}

/** Raw bytes, with the name in a header; `fetch` cannot tell how much has left, hence the older door. */
function sendOnce(url: string, { id, file, kind, visitId }: FileToSend, onProgress: (share: number) => void) {
  return new Promise<Answer>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('idempotency-key', id);
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.setRequestHeader('x-file-type', file.type);
    request.setRequestHeader('x-file-kind', kind);
    if (visitId) request.setRequestHeader('x-visit-id', visitId);
    request.upload.addEventListener('progress', (event) => onProgress(event.total ? event.loaded / event.total : 0));
    request.addEventListener('error', () => reject(new Error('network')));
    request.addEventListener('abort', () => reject(new Error('network')));
    request.addEventListener('load', () => {
      const response = new Response(null, { status: request.status });
      const body: unknown = request.response;
      resolve(response.ok ? { data: body as AttachmentView, response } : { error: body, response });
    });
    request.send(file);
  });
}

/** One file, whole; waits when the session is locked, and throws an `ApiError` when it is refused. */
export const sendFile = (
  ess: string,
  requestId: string,
  file: FileToSend,
  onProgress: (share: number) => void,
): Promise<AttachmentView> => call(() => sendOnce(`/api/e/${ess}/requests/${requestId}/attachments`, file, onProgress));
