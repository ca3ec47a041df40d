import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { messageOf } from '../api/errors.ts';
import { Notice } from '../ui/sheet.tsx';

interface DownloadPdfProps {
  /** Asked like the rest, so that a locked session asks for the password instead of saving an error. */
  ask: () => Promise<unknown>;
  /** Neither the name of the file nor its address says whose it is. */
  fileName: string;
}

/** A document on paper, kept or printed by who reads it. */
export function DownloadPdf({ ask, fileName }: DownloadPdfProps) {
  const download = useMutation({
    mutationFn: async () => {
      const file = await ask();
      if (file instanceof Blob) save(file, fileName);
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
