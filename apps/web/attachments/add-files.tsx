import { Button, SegmentedControl } from '@mantine/core';
import { IconCamera, IconPaperclip } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { DragEvent } from 'react';
import styles from './attachments.module.css';
import type { AttachmentKind } from './views.ts';
import { ACCEPTED, KIND_WORDS, KINDS } from './words.ts';

interface AddFilesProps {
  onFiles: (files: Iterable<File>, kind: AttachmentKind) => void;
}

const isKind = (value: string): value is AttachmentKind => KINDS.some((kind) => kind === value);

/** By button, by the camera of a telephone, by drop, by paste: the same door. */
export function AddFiles({ onFiles }: AddFilesProps) {
  const [kind, setKind] = useState<AttachmentKind>('document');
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const labelId = useId();

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files;
      if (!files || files.length === 0) return;
      event.preventDefault();
      onFiles(files, kind);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [kind, onFiles]);

  const onPicked = (input: HTMLInputElement, picked: AttachmentKind) => {
    // Copied first: emptying the field, so that the same file may be picked again, empties its list.
    const files = Array.from(input.files ?? []);
    input.value = '';
    onFiles(files, picked);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles(Array.from(event.dataTransfer.files), kind);
  };

  return (
    <div
      className={styles.add}
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div className={styles.kind}>
        <span id={labelId}>Vous ajoutez</span>
        <SegmentedControl
          aria-labelledby={labelId}
          className={styles.kinds}
          data={KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
          value={kind}
          onChange={(value) => {
            if (isKind(value)) setKind(value);
          }}
        />
      </div>
      <div className={styles.buttons}>
        <Button
          variant="default"
          className={styles.target}
          leftSection={<IconPaperclip size={20} stroke={1.9} aria-hidden="true" />}
          onClick={() => picker.current?.click()}
        >
          Choisir un fichier
        </Button>
        <Button
          variant="default"
          className={`${styles.target} ${styles.camera}`}
          leftSection={<IconCamera size={20} stroke={1.9} aria-hidden="true" />}
          onClick={() => camera.current?.click()}
        >
          Prendre une photo
        </Button>
      </div>
      <p className={styles.help}>
        PDF, JPEG ou PNG, 10&nbsp;Mo au plus.
        <span className={styles.mouseOnly}> Vous pouvez aussi déposer ou coller ici.</span>
      </p>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label="Fichiers à ajouter"
        onChange={(event) => onPicked(event.currentTarget, kind)}
      />
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/jpeg"
        capture="environment"
        aria-label="Photo à ajouter"
        onChange={(event) => onPicked(event.currentTarget, kind === 'document' ? 'photo' : kind)}
      />
    </div>
  );
}
