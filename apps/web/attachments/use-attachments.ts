import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, call } from '../api/client.ts';
import { isApiError, messageOf } from '../api/errors.ts';
import { keys } from '../api/query-client.ts';
import { sendFile, type FileToSend } from './send-file.ts';
import type { AttachmentKind } from './views.ts';
import { refusalBeforeSending } from './words.ts';

/** Under the key of the request: a signal about the request fetches its files again. */
const keyOf = (ess: string, requestId: string) => [...keys.request(ess, requestId), 'attachments'] as const;

export const useAttachmentList = (ess: string, requestId: string) =>
  useQuery({
    queryKey: keyOf(ess, requestId),
    queryFn: () =>
      call(() => api.GET('/api/e/{ess}/requests/{id}/attachments', { params: { path: { ess, id: requestId } } })),
  });

/** A file on its way: it stays here, with its content, until it is added or withdrawn. */
export interface Upload extends FileToSend {
  state: 'waiting' | 'sending' | 'failed' | 'refused';
  /** 0 to 1. */
  sent: number;
  message: string;
}

/** Files leave one after the other, as a poor line carries them best. */
export function useUploads(ess: string, requestId: string, visitId: string | undefined) {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const busy = useRef(false);
  const change = useCallback(
    (id: string, values: Partial<Upload>) =>
      setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...values } : upload))),
    [],
  );

  useEffect(() => {
    const next = uploads.find((upload) => upload.state === 'waiting');
    if (busy.current || !next) return;
    busy.current = true;
    change(next.id, { state: 'sending', sent: 0 });
    sendFile(ess, requestId, next, (sent) => change(next.id, { sent }))
      .then(async () => {
        await client.invalidateQueries({ queryKey: keyOf(ess, requestId) });
        setUploads((all) => all.filter((upload) => upload.id !== next.id));
      })
      .catch((error: unknown) => change(next.id, failureOf(error)))
      .finally(() => {
        busy.current = false;
        // The list has changed or not: look again for who waits.
        setUploads((all) => [...all]);
      });
  }, [uploads, ess, requestId, client, change]);

  useLeaveWarning(uploads.some((upload) => upload.state !== 'refused'));

  const add = useCallback(
    (files: Iterable<File>, kind: AttachmentKind) =>
      setUploads((all) => [...all, ...Array.from(files, (file) => toUpload(file, kind, visitId))]),
    [visitId],
  );
  const retry = useCallback((id: string) => change(id, { state: 'waiting', message: '' }), [change]);
  const withdraw = useCallback((id: string) => setUploads((all) => all.filter((upload) => upload.id !== id)), []);
  return { uploads, add, retry, withdraw };
}

function toUpload(file: File, kind: AttachmentKind, visitId: string | undefined): Upload {
  const refusal = refusalBeforeSending(file);
  return {
    id: crypto.randomUUID(),
    file,
    kind,
    visitId,
    state: refusal ? 'refused' : 'waiting',
    sent: 0,
    message: refusal ?? '',
  };
}

/** Refused for what it is: sending it again changes nothing. Else it is worth another try. */
const failureOf = (error: unknown): Pick<Upload, 'state' | 'message'> =>
  isApiError(error, 'network')
    ? { state: 'failed', message: 'Connexion perdue. Le fichier est gardé ici\u00a0: réessayez au retour du réseau.' }
    : {
        state: isApiError(error) && error.status >= 400 && error.status < 500 ? 'refused' : 'failed',
        message: messageOf(error),
      };

/** The browser asks before a page that still holds a file is closed. */
function useLeaveWarning(holding: boolean) {
  useEffect(() => {
    if (!holding) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [holding]);
}
