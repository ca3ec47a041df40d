import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { messageOf } from '../api/errors.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { Notice } from '../ui/sheet.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { useNow } from '../ui/use-now.ts';
import { AddFiles } from './add-files.tsx';
import styles from './attachments.module.css';
import { FileRow } from './file-row.tsx';
import { Preview } from './preview.tsx';
import { UploadRow } from './upload-row.tsx';
import { useAttachmentList, useUploads } from './use-attachments.ts';
import { progressWords } from './words.ts';

interface AttachmentsProps {
  requestId: string;
  /** The screen allows it here; the server still has the last word. */
  canAdd: boolean;
  /** The visit in which the files are made. */
  visitId?: string;
  /** Smaller title and rows, for a desk pane. */
  dense?: boolean;
}

/** The files of one request: what is there, what is on its way, and the door to add. */
export function Attachments({ requestId, canAdd, visitId, dense = false }: AttachmentsProps) {
  const { slug, context } = useEss();
  const now = new Date(useNow());
  const titleId = useId();
  const list = useAttachmentList(slug, requestId);
  const { uploads, add, retry, withdraw } = useUploads(slug, requestId, visitId);
  const [openId, setOpenId] = useState<string | null>(null);
  const items = list.data?.items ?? [];
  const opened = items.find((file) => file.id === openId);
  const sending = uploads.filter((upload) => upload.state === 'waiting' || upload.state === 'sending').length;
  const Title = dense ? 'h3' : 'h2';

  return (
    <section className={styles.files} data-dense={dense ? '' : undefined} aria-labelledby={titleId}>
      <Title id={titleId}>Fichiers joints{items.length > 0 && ` (${items.length})`}</Title>
      {list.isPending && <ListSkeleton rows={1} rowHeight={64} label="Chargement des fichiers" />}
      {list.isError && !list.data && (
        <Notice tone="watch" role="alert">
          <p>{messageOf(list.error)}</p>
          <Button
            variant="default"
            mt={8}
            className={styles.target}
            loading={list.isFetching}
            onClick={() => void list.refetch()}
          >
            Réessayer
          </Button>
        </Notice>
      )}
      {(items.length > 0 || uploads.length > 0) && (
        <ul className={styles.list}>
          {items.map((file) => (
            <FileRow
              key={file.id}
              file={file}
              now={now}
              timeZone={context.ess.timezone}
              onOpen={() => setOpenId(file.id)}
            />
          ))}
          {uploads.map((upload) => (
            <UploadRow
              key={upload.id}
              upload={upload}
              onRetry={() => retry(upload.id)}
              onWithdraw={() => withdraw(upload.id)}
            />
          ))}
        </ul>
      )}
      {list.data && items.length === 0 && uploads.length === 0 && <p className="muted">Aucun fichier joint.</p>}
      <p className="sr-only" role="status">
        {progressWords(sending, uploads.length - sending)}
      </p>
      {canAdd && list.data?.mayAdd && <AddFiles onFiles={add} />}
      {opened && <Preview ess={slug} file={opened} onClose={() => setOpenId(null)} />}
    </section>
  );
}
