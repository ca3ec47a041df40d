import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDownload, IconExternalLink, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
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
    <Modal.Root
      data-desk-modal=""
      opened
      onClose={onClose}
      centered
      fullScreen={narrow}
      size="min(1200px, 94vw)"
      radius={narrow ? 0 : 'lg'}
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content>
        {/* Not the header of the library: the title bar of a window is not the banner of the page. */}
        <div className={styles.previewHead}>
          <Modal.Title className={styles.previewName}>{file.name}</Modal.Title>
          <Modal.CloseButton aria-label="Fermer" size={44} iconSize={24} />
        </div>
        <Modal.Body className={styles.previewBody}>
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
          {content.state === 'here' &&
            (file.mime === 'application/pdf' ? (
              <PdfView url={content.url} file={file} narrow={narrow} />
            ) : (
              <ImageView url={content.url} file={file} />
            ))}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

interface ViewProps {
  url: string;
  file: AttachmentView;
}

/** Whole first, then larger than the window: the millimetres of a tracing are read there. */
function ImageView({ url, file }: ViewProps) {
  const [large, setLarge] = useState(false);
  const Icon = large ? IconZoomOut : IconZoomIn;
  return (
    <>
      <div
        className={styles.imageFrame}
        data-large={large ? '' : undefined}
        {...(large && { tabIndex: 0, role: 'region', 'aria-label': 'Image agrandie' })}
      >
        <img src={url} alt={file.name} onClick={() => setLarge(!large)} />
      </div>
      <Foot url={url} file={file}>
        <Button
          variant="default"
          className={styles.target}
          leftSection={<Icon size={20} stroke={1.9} aria-hidden="true" />}
          onClick={() => setLarge(!large)}
        >
          {large ? 'Voir en entier' : 'Agrandir'}
        </Button>
      </Foot>
    </>
  );
}

/** Telephones show a PDF in their own reader, not inside a page. */
function PdfView({ url, file, narrow }: ViewProps & { narrow: boolean }) {
  const inPlace = !narrow && navigator.pdfViewerEnabled;
  return (
    <>
      {inPlace && <iframe className={styles.pdf} src={url} title={file.name} />}
      <Foot url={url} file={file}>
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
      </Foot>
    </>
  );
}

function Foot({ url, file, children }: ViewProps & { children: ReactNode }) {
  return (
    <div className={styles.previewFoot}>
      <span className={styles.meta}>{describe(file)}</span>
      <div className={styles.buttons}>
        {children}
        <Button
          component="a"
          href={url}
          download={file.name}
          variant="default"
          className={styles.target}
          leftSection={<IconDownload size={20} stroke={1.9} aria-hidden="true" />}
        >
          Enregistrer
        </Button>
      </div>
    </div>
  );
}
