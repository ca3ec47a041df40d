import { useEffect, useState } from 'react';
import { api, call } from '../api/client.ts';
import { messageOf } from '../api/errors.ts';

export type FileContent = { state: 'coming' } | { state: 'failed'; message: string } | { state: 'here'; url: string };

/** The bytes in the memory of this page for as long as they are shown; never in the cache of the device. */
export function useFileContent(ess: string, id: string, attempt: number): FileContent {
  const [content, setContent] = useState<FileContent>({ state: 'coming' });
  useEffect(() => {
    let left = false;
    let url = '';
    setContent({ state: 'coming' });
    call(() => api.GET('/api/e/{ess}/attachments/{id}', { params: { path: { ess, id } }, parseAs: 'blob' }))
      .then((blob: unknown) => {
        if (left || !(blob instanceof Blob)) return;
        url = URL.createObjectURL(blob);
        setContent({ state: 'here', url });
      })
      .catch((error: unknown) => {
        if (!left) setContent({ state: 'failed', message: messageOf(error) });
      });
    return () => {
      left = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [ess, id, attempt]);
  return content;
}
