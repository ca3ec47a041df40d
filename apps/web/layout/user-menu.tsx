import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconChevronDown, IconHome, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { Link } from 'react-router';
import { signOut } from '../session/use-session.ts';
import { Avatar } from '../ui/tag.tsx';
import styles from './layout.module.css';

interface UserMenuProps {
  name: string;
  note: string;
  essSlug: string;
  several: boolean;
}

export function UserMenu({ name, note, essSlug, several }: UserMenuProps) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <Menu
      position="bottom-end"
      width={260}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 120 }}
    >
      <Menu.Target>
        <UnstyledButton className={styles.user}>
          <Avatar name={name} size={30} />
          <span className={styles.userName}>
            <span className="sr-only">Compte : </span>
            {name}
            <span className="muted">{note}</span>
          </span>
          <IconChevronDown size={16} stroke={1.9} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={dark ? <IconSun size={18} stroke={1.9} /> : <IconMoon size={18} stroke={1.9} />}
          onClick={() => setColorScheme(dark ? 'light' : 'dark')}
        >
          {dark ? 'Thème clair' : 'Thème sombre'}
        </Menu.Item>
        {several && (
          <Menu.Item component={Link} to="/choisir" leftSection={<IconHome size={18} stroke={1.9} />}>
            Changer d’équipe
          </Menu.Item>
        )}
        <Menu.Item component="a" href={`/${essSlug}`} leftSection={<IconHome size={18} stroke={1.9} />}>
          Page publique de l’équipe
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} stroke={1.9} />} onClick={() => void signOut()}>
          Se déconnecter
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
