import { IconMessageCircle, IconPhone } from '@tabler/icons-react';
import { formatPhone, NBSP } from '../ui/format.ts';
import styles from './patient.module.css';
import type { CircleMember } from './views.ts';
import { relativeWords } from './words.ts';

type Relative = Pick<CircleMember, 'id' | 'name' | 'link' | 'phone'>;

/** « Vous pouvez parler à : sa fille, Mme Le Goff Marie »: relatives of the circle, now. */
export function TalkTo({ relatives, quiet = false }: { relatives: readonly Relative[]; quiet?: boolean }) {
  if (relatives.length === 0) return null;
  return (
    <div className={styles.talk} data-quiet={quiet ? '' : undefined}>
      <IconMessageCircle size={quiet ? 18 : 22} stroke={1.9} aria-hidden="true" />
      <p>
        Vous pouvez parler à{NBSP}:{' '}
        {relatives.map(({ id, name, link, phone }, index) => (
          <span key={id}>
            {index > 0 && ' · '}
            {relativeWords(link)}, <strong>{name}</strong>
            {phone && (
              <>
                {' '}
                <a className={styles.phone} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
                  <IconPhone size={15} stroke={1.9} aria-hidden="true" />
                  {formatPhone(phone)}
                </a>
              </>
            )}
          </span>
        ))}
      </p>
    </div>
  );
}
