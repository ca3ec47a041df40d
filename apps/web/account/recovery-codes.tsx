import { Button, Checkbox } from '@mantine/core';
import { IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { codesAsText } from './codes-text.ts';
import styles from './setup.module.css';

const ICON = { size: 18, stroke: 1.9, 'aria-hidden': true } as const;

interface RecoveryCodesProps {
  codes: string[];
  doneWords: string;
  onDone: () => void;
}

/** Shown once, and never again: they go to paper, to a file or to a vault before the person leaves. */
export function RecoveryCodes({ codes, doneWords, onDone }: RecoveryCodesProps) {
  const [put, setPut] = useState(false);
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(codesAsText(codes));
      setSaid('Codes copiés.');
    } catch {
      setSaid('Ce navigateur ne laisse pas copier\u00a0: téléchargez ou imprimez.');
    }
  };
  const download = () => {
    const address = URL.createObjectURL(new Blob([codesAsText(codes)], { type: 'text/plain;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'codes-de-secours-guichet-ess.txt';
    link.click();
    URL.revokeObjectURL(address);
    setSaid('Codes téléchargés.');
  };
  return (
    <div className={styles.setup}>
      <h2 ref={title} tabIndex={-1}>
        Vos dix codes de secours
      </h2>
      <p className="soft">
        Chacun remplace une fois votre clé ou votre application, si vous les perdez. Ils ne seront plus affichés.
      </p>
      <ol className={styles.codes} data-print="codes" aria-label="Codes de secours">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={styles.buttons} data-print="no">
        <Button variant="default" leftSection={<IconCopy {...ICON} />} onClick={() => void copy()}>
          Copier
        </Button>
        <Button variant="default" leftSection={<IconDownload {...ICON} />} onClick={download}>
          Télécharger
        </Button>
        <Button variant="default" leftSection={<IconPrinter {...ICON} />} onClick={() => window.print()}>
          Imprimer
        </Button>
      </div>
      <p role="status" className="muted small">
        {said}
      </p>
      <Checkbox
        checked={put}
        onChange={(event) => setPut(event.currentTarget.checked)}
        label="Je les ai rangés"
        error={asked && !put && 'Rangez les codes, puis cochez cette case.'}
      />
      <Button onClick={() => (put ? onDone() : setAsked(true))}>{doneWords}</Button>
    </div>
  );
}
