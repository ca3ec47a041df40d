import { Button } from '@mantine/core';
import { IconAlertCircle, IconUpload } from '@tabler/icons-react';
import { NBSP } from '../ui/format.ts';
import styles from './attachments.module.css';
import type { Upload } from './use-attachments.ts';
import { sizeWords } from './words.ts';

interface UploadRowProps {
  upload: Upload;
  onRetry: () => void;
  onWithdraw: () => void;
}

/** On its way, or held back with the reason and what to do; the file is kept until its owner says otherwise. */
export function UploadRow({ upload, onRetry, onWithdraw }: UploadRowProps) {
  const held = upload.state === 'failed' || upload.state === 'refused';
  const percent = Math.round(upload.sent * 100);
  return (
    <li className={styles.upload} data-held={held ? '' : undefined}>
      {held ? (
        <IconAlertCircle size={22} stroke={1.9} aria-hidden="true" />
      ) : (
        <IconUpload size={22} stroke={1.9} aria-hidden="true" />
      )}
      <div className={styles.what}>
        <span className={styles.name}>{upload.file.name}</span>
        {held ? (
          <>
            <p className={styles.why} role="alert">
              {upload.message}
            </p>
            <div className={styles.buttons}>
              {upload.state === 'failed' && (
                <Button variant="default" className={styles.target} onClick={onRetry}>
                  Réessayer
                </Button>
              )}
              <Button variant="subtle" className={styles.target} onClick={onWithdraw}>
                Retirer
              </Button>
            </div>
          </>
        ) : (
          <>
            <progress className={styles.bar} value={percent} max={100} aria-label={`Ajout de ${upload.file.name}`} />
            <span className={styles.meta}>
              {upload.state === 'waiting' ? 'En attente' : `${percent}${NBSP}%`}, {sizeWords(upload.file.size)}
            </span>
          </>
        )}
      </div>
    </li>
  );
}
