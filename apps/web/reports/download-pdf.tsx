import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api, call } from '../api/client.ts';
import { messageOf } from '../api/errors.ts';
import { Notice } from '../ui/sheet.tsx';

interface DownloadPdfProps {
  slug: string;
  reportId: string;
  reference: string;
}

/** Fetched like the rest, so that a locked session asks for the password instead of saving an error. */
export function DownloadPdf({ slug, reportId, reference }: DownloadPdfProps) {
  const download = useMutation({
    mutationFn: async () => {
      const params = { path: { ess: slug, id: reportId } };
      const file: unknown = await call(() => api.GET('/api/e/{ess}/reports/{id}/pdf', { params, parseAs: 'blob' }));
      if (file instanceof Blob) save(file, `compte-rendu-${reference}.pdf`);
    },
  });
  return (
    <>
      <Button
        variant="default"
        loading={download.isPending}
        leftSection={<IconDownload size={20} stroke={1.9} aria-hidden="true" />}
        onClick={() => download.mutate()}
      >
        Télécharger en PDF
      </Button>
      {download.isError && (
        <Notice tone="error" role="alert">
          {messageOf(download.error)}
        </Notice>
      )}
    </>
  );
}

function save(file: Blob, name: string) {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
