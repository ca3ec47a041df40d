import { IconArrowLeft } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import styles from './back-button.module.css';

/** To the page one came from, whichever it was. */
export function BackButton() {
  const navigate = useNavigate();
  return (
    <button type="button" className={styles.back} onClick={() => void navigate(-1)}>
      <IconArrowLeft size={18} stroke={1.9} aria-hidden="true" />
      Revenir
    </button>
  );
}
