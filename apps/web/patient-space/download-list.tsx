import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { messageOf } from '../api/errors.ts';
import { Notice } from '../ui/sheet.tsx';
import { fetchPdf } from './space-api.ts';

/** The list on paper. Neither the address nor the name of the file says whose it is. */
export function DownloadList({ path }: { path: string }) {
  const download = useMutation({
    mutationFn: async () => {
      const url = URL.createObjectURL(await fetchPdf(path));
      const link = document.createElement('a');
      link.href = url;
      link.download = 'acces-au-dossier.pdf';
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
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
