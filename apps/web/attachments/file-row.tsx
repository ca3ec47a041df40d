import { IconChevronRight, IconFileTypePdf, IconHeartRateMonitor, IconPhoto } from '@tabler/icons-react';
import { formatSoon } from '../ui/format.ts';
import { Tag } from '../ui/tag.tsx';
import styles from './attachments.module.css';
import type { AttachmentView } from './views.ts';
import { describe } from './words.ts';

interface FileRowProps {
  file: AttachmentView;
  now: Date;
  timeZone: string;
  onOpen: () => void;
}

const iconOf = (file: AttachmentView) =>
  file.kind === 'ecg' ? IconHeartRateMonitor : file.mime === 'application/pdf' ? IconFileTypePdf : IconPhoto;

export function FileRow({ file, now, timeZone, onOpen }: FileRowProps) {
  const Icon = iconOf(file);
  return (
    <li>
      <button type="button" className={styles.row} onClick={onOpen}>
        <Icon size={22} stroke={1.9} aria-hidden="true" />
        <span className={styles.what}>
          <span className={styles.name}>{file.name}</span>
          <span className={styles.meta}>{describe(file)}</span>
          <span className={styles.meta}>
            {file.uploadedBy}, <time dateTime={file.uploadedAt}>{formatSoon(file.uploadedAt, now, timeZone)}</time>
          </span>
          {file.scan === 'not_scanned' && (
            <span className={styles.tags}>
              <Tag>Non analysé par un antivirus</Tag>
            </span>
          )}
        </span>
        <IconChevronRight className={styles.chevron} size={18} stroke={1.9} aria-hidden="true" />
      </button>
    </li>
  );
}
