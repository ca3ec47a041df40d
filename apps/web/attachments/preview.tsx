import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDownload, IconExternalLink, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useState } from 'react';
import { Notice } from '../ui/sheet.tsx';
import { Bone } from '../ui/skeletons.tsx';
import styles from './attachments.module.css';
import { useFileContent } from './use-file-content.ts';
import type { AttachmentView } from './views.ts';
import { describe } from './words.ts';

interface PreviewProps {
  ess: string;
  file: AttachmentView;
  onClose: () => void;
}

/** One file over the page; opening it is a line of the audit. */
export function Preview({ ess, file, onClose }: PreviewProps) {
  const [attempt, setAttempt] = useState(0);
  const narrow = useMediaQuery('(max-width: 767px)') ?? false;
  const content = useFileContent(ess, file.id, attempt);
  return (
    <Modal
      data-desk-modal
      opened
      onClose={onClose}
      fullScreen={narrow}
      size="min(1200px, 94vw)"
      title={<span className={styles.previewName}>{file.name}</span>}
      closeButtonProps={{ 'aria-label': 'Fermer', size: 44 }}
      classNames={{ body: styles.previewBody }}
    >
      {content.state === 'coming' && (
        <div role="status" aria-label="Ouverture du fichier">
          <Bone height={320} />
        </div>
      )}
      {content.state === 'failed' && (
        <Notice tone="watch" role="alert">
          <p>{content.message}</p>
          <Button variant="default" mt={8} className={styles.target} onClick={() => setAttempt(attempt + 1)}>
            Réessayer
          </Button>
        </Notice>
      )}
      {content.state === 'here' && (
        <>
          {file.mime === 'application/pdf' ? (
            <PdfView url={content.url} name={file.name} narrow={narrow} />
          ) : (
            <ImageView url={content.url} name={file.name} />
          )}
          <div className={styles.previewFoot}>
            <span className={styles.meta}>{describe(file)}</span>
            <Button
              component="a"
              href={content.url}
              download={file.name}
              variant="default"
              className={styles.target}
              leftSection={<IconDownload size={20} stroke={1.9} aria-hidden="true" />}
            >
              Enregistrer
            </Button>
          </div>
        </>
      )}
    </Modal>
  );
}

/** Whole first, then at its own size: the millimetres of a tracing are read there. */
function ImageView({ url, name }: { url: string; name: string }) {
  const [large, setLarge] = useState(false);
  const Icon = large ? IconZoomOut : IconZoomIn;
  return (
    <>
      <div
        className={styles.imageFrame}
        data-large={large ? '' : undefined}
        {...(large && { tabIndex: 0, role: 'region', 'aria-label': 'Image agrandie' })}
      >
        <img src={url} alt={name} onClick={() => setLarge(!large)} />
      </div>
      <Button
        variant="default"
        className={styles.target}
        leftSection={<Icon size={20} stroke={1.9} aria-hidden="true" />}
        onClick={() => setLarge(!large)}
      >
        {large ? 'Voir en entier' : 'Agrandir'}
      </Button>
    </>
  );
}

/** Telephones show a PDF in their own reader, not inside a page. */
function PdfView({ url, name, narrow }: { url: string; name: string; narrow: boolean }) {
  const inPlace = !narrow && navigator.pdfViewerEnabled;
  return (
    <>
      {inPlace && <iframe className={styles.pdf} src={url} title={name} />}
      <Button
        component="a"
        href={url}
        target="_blank"
        rel="noreferrer"
        variant={inPlace ? 'default' : 'filled'}
        className={styles.target}
        leftSection={<IconExternalLink size={20} stroke={1.9} aria-hidden="true" />}
      >
        {inPlace ? 'Ouvrir en grand' : 'Ouvrir le PDF'}
      </Button>
    </>
  );
}
