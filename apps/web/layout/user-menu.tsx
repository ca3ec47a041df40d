import { useMantineColorScheme } from '@mantine/core';
import {
  IconChevronDown,
  IconHome,
  IconLockOpen,
  IconShieldSearch,
  IconLogout,
  IconMoon,
  IconSun,
  IconUsers,
  IconUsersGroup,
  IconUserShield,
  IconWorld,
} from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { signOut, useSession } from '../session/use-session.ts';
import { Avatar } from '../ui/tag.tsx';
import layout from './layout.module.css';
import styles from './user-menu.module.css';

interface UserMenuProps {
  name: string;
  note: string;
  /** Absent outside of a team. */
  essSlug: string | null;
  several: boolean;
  /** What the person may do in the team: more lines for some. */
  permissions?: readonly string[];
}

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** The account: arrows between the lines, Escape back to the button; drawn by hand, as it is on every first page. */
export function UserMenu({ name, note, essSlug, several, permissions = [] }: UserMenuProps) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  const [opened, setOpened] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const { data: session } = useSession();
  const own = session?.memberships.find(({ ess }) => ess.slug === essSlug);
  const lines = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

  useEffect(() => {
    if (opened) list.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [opened]);

  const close = () => {
    setOpened(false);
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!opened) return;
    const step = STEPS[event.key];
    const all = lines();
    if (event.key === 'Escape') close();
    else if (step)
      all[
        step(
          all.findIndex((line) => line === document.activeElement),
          all.length,
        )
      ]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const item = { className: styles.item, role: 'menuitem' };
  const icon = { size: 18, stroke: 1.9, 'aria-hidden': true } as const;

  return (
    <div
      className={styles.box}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpened(false);
      }}
    >
      <button
        ref={opener}
        type="button"
        className={layout.user}
        aria-haspopup="menu"
        aria-expanded={opened}
        aria-controls={opened ? listId : undefined}
        onClick={() => setOpened((before) => !before)}
      >
        <Avatar name={name} size={30} />
        <span className={layout.userName}>
          <span className="sr-only">Compte : </span>
          {name}
          <span className="muted">{note}</span>
        </span>
        <IconChevronDown size={16} stroke={1.9} aria-hidden="true" />
      </button>
      {opened && (
        <div ref={list} id={listId} className={styles.list} role="menu" aria-label="Compte">
          <Link to="/compte" {...item}>
            <IconUserShield {...icon} />
            Mon compte
          </Link>
          <button
            type="button"
            {...item}
            onClick={() => {
              setColorScheme(dark ? 'light' : 'dark');
              close();
            }}
          >
            {dark ? <IconSun {...icon} /> : <IconMoon {...icon} />}
            {dark ? 'Thème clair' : 'Thème sombre'}
          </button>
          {essSlug && permissions.includes('patient.identity') && (
            <Link to={`/${essSlug}/patients/doublons`} {...item}>
              <IconUsers {...icon} />
              Doublons possibles
            </Link>
          )}
          {essSlug && permissions.includes('access.exceptional') && (
            <Link to={`/${essSlug}/acces-exceptionnel`} {...item}>
              <IconLockOpen {...icon} />
              Accès exceptionnel
            </Link>
          )}
          {essSlug && permissions.includes('access.review') && (
            <Link to={`/${essSlug}/controle`} {...item}>
              <IconShieldSearch {...icon} />
              Contrôle des accès
            </Link>
          )}
          {own?.roles.includes('ess_admin') && (
            <Link to={`/${essSlug}/equipe`} {...item}>
              <IconUsersGroup {...icon} />
              Équipe et réglages
            </Link>
          )}
          {session?.platformAdmin && (
            <Link to="/plateforme" {...item}>
              <IconWorld {...icon} />
              Plateforme
            </Link>
          )}
          {several && (
            <Link to="/choisir" {...item}>
              <IconHome {...icon} />
              Changer d’équipe
            </Link>
          )}
          {essSlug && (
            <a href={`/${essSlug}`} {...item}>
              <IconHome {...icon} />
              Page publique de l’équipe
            </a>
          )}
          <button type="button" {...item} data-apart="" onClick={() => void signOut()}>
            <IconLogout {...icon} />
            Se déconnecter
          </button>
        </div>
      )}
    </div>
  );
}
