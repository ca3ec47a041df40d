import { useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconMoon, IconSun, IconUserShield, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useEss } from '../layout/ess-shell.tsx';
import { signOut } from '../session/use-session.ts';
import { NBSP, plural } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import { useTour } from './tour-context.tsx';
import styles from './tour.module.css';
import sheetStyles from './visit-sheet.module.css';

const ICON = { size: 22, stroke: 1.9, 'aria-hidden': true } as const;

/** At the foot of the day: who is here, the theme, and the way out, which never takes unsent work with it. */
export function Account() {
  const { session } = useEss();
  const { state, store, online } = useTour();
  const [asked, setAsked] = useState(false);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  const leave = async () => {
    await store.settleAll();
    const waiting = store.get().queue.length;
    // Without network the server would keep the session open: said, not half done.
    if (!online || (waiting > 0 && !asked)) setAsked(true);
    else await signOut();
  };
  const warned = asked && online && state.queue.length > 0;
  return (
    <section className={styles.account} aria-label="Compte">
      <p className="muted small" style={{ textAlign: 'center' }}>
        {session.displayName}
      </p>
      <button
        type="button"
        className={sheetStyles.button}
        data-quiet=""
        onClick={() => setColorScheme(dark ? 'light' : 'dark')}
      >
        {dark ? <IconSun {...ICON} /> : <IconMoon {...ICON} />}
        {dark ? 'Thème clair' : 'Thème sombre'}
      </button>
      <Link className={sheetStyles.button} data-quiet="" to="/compte">
        <IconUserShield {...ICON} />
        Mon compte
      </Link>
      {session.memberships.length > 1 && (
        <Link className={sheetStyles.button} data-quiet="" to="/choisir">
          <IconUsersGroup {...ICON} />
          Changer d’équipe
        </Link>
      )}
      {asked && !online && (
        <Notice tone="watch" role="alert">
          Sans réseau, vous ne pouvez pas vous déconnecter. Verrouillez ce téléphone : la session se ferme seule.
        </Notice>
      )}
      {warned && <UnsentNotice count={state.queue.length} onStay={() => setAsked(false)} />}
      <button type="button" className={sheetStyles.button} data-quiet="" onClick={() => void leave()}>
        <IconLogout {...ICON} />
        {warned ? 'Se déconnecter, garder pour moi' : `Se${NBSP}déconnecter`}
      </button>
    </section>
  );
}

function UnsentNotice({ count, onStay }: { count: number; onStay: () => void }) {
  return (
    <Notice tone="watch" role="alert">
      <p>
        {plural(count, 'saisie n’est pas encore partie', 'saisies ne sont pas encore parties')}. Si vous restez, tout
        part dès que le réseau revient. Si vous vous déconnectez, tout reste sur ce téléphone pour vous seule, et part à
        votre prochaine connexion.
      </p>
      <div className={sheetStyles.buttons}>
        <button type="button" className={sheetStyles.button} onClick={onStay}>
          Rester connectée
        </button>
      </div>
    </Notice>
  );
}
