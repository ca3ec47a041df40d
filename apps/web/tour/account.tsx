import { useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconMoon, IconSun, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useEss } from '../layout/ess-shell.tsx';
import { signOut } from '../session/use-session.ts';
import { NBSP, plural } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import { useTour } from './tour-context.tsx';
import styles from './tour.module.css';

const ICON = { size: 22, stroke: 1.9, 'aria-hidden': true } as const;

/** At the foot of the day: who is here, the theme, and the way out, which never takes unsent work with it. */
export function Account() {
  const { session } = useEss();
  const { state, store } = useTour();
  const [asked, setAsked] = useState(false);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  const leave = async () => {
    await store.settleAll();
    const waiting = store.get().queue.length;
    if (waiting > 0 && !asked) setAsked(true);
    else await signOut();
  };
  return (
    <section className={styles.account} aria-label="Compte">
      <p className="muted small" style={{ textAlign: 'center' }}>
        {session.displayName}
      </p>
      <button
        type="button"
        className={styles.button}
        data-quiet=""
        onClick={() => setColorScheme(dark ? 'light' : 'dark')}
      >
        {dark ? <IconSun {...ICON} /> : <IconMoon {...ICON} />}
        {dark ? 'Thème clair' : 'Thème sombre'}
      </button>
      {session.memberships.length > 1 && (
        <Link className={styles.button} data-quiet="" to="/choisir">
          <IconUsersGroup {...ICON} />
          Changer d’équipe
        </Link>
      )}
      {asked && state.queue.length > 0 && (
        <Notice tone="watch" role="alert">
          <p>
            {plural(state.queue.length, 'saisie n’est pas encore partie', 'saisies ne sont pas encore parties')}. Sans
            vous déconnecter, elles partent dès que le réseau revient. Si vous vous déconnectez, elles restent sur ce
            téléphone pour vous seule, et partent à votre prochaine connexion.
          </p>
          <div className={styles.buttons}>
            <button type="button" className={styles.button} onClick={() => setAsked(false)}>
              Rester connectée
            </button>
          </div>
        </Notice>
      )}
      <button type="button" className={styles.button} data-quiet="" onClick={() => void leave()}>
        <IconLogout {...ICON} />
        {asked && state.queue.length > 0 ? `Se déconnecter, garder pour moi` : `Se${NBSP}déconnecter`}
      </button>
    </section>
  );
}
