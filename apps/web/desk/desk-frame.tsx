import {
  IconHelp,
  IconInbox,
  IconPhonePlus,
  IconRoute,
  IconShieldSearch,
  IconStethoscope,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEss } from '../layout/ess-shell.tsx';
import { useDensity } from '../theme/theme-provider.tsx';
import { SkipLink } from '../ui/app-header.tsx';
import { DeskRail, RailButton } from '../ui/desk-rail.tsx';
import { LiveBadge } from '../ui/live-badge.tsx';
import { KeyCap } from '../ui/tag.tsx';
import { useWorklistItems } from '../worklists/rail-items.tsx';
import styles from './desk.module.css';
import { KEY_HELP, WAYS_HELP } from './keyboard.ts';
import type { KeyHelp } from './keyboard.ts';
import { TopBar } from './top-bar.tsx';

interface DeskFrameProps {
  /** Urgent requests, shown on the rail. */
  urgent: number;
  onHelp: () => void;
  /** The page scrolls as a whole: a form, not panes. */
  scrolls?: boolean;
  /** « Brouillon enregistré à 09:08 », in place of the keys that a form does not hear. */
  saved?: ReactNode;
  /** Keys shown at the foot, when they are not those of the queue. */
  keys?: readonly KeyHelp[];
  children: ReactNode;
}

/** The frame of the desk: rail, top bar, band of the protocol, keys at the foot. */
export function DeskFrame({ urgent, onHelp, scrolls = false, saved, keys = KEY_HELP, children }: DeskFrameProps) {
  const { slug, context } = useEss();
  useDensity('compact');
  const permissions: readonly string[] = context.me.permissions;
  const mayCall = permissions.includes('call.take');
  const mayDecide = permissions.includes('request.decide');
  const worklists = useWorklistItems(slug);
  const icon = { size: 20, stroke: 1.9, 'aria-hidden': true } as const;
  const items = [
    {
      to: `/${slug}/bureau`,
      end: scrolls,
      label: 'Demandes',
      icon: <IconInbox {...icon} />,
      count: urgent,
      countLabel: urgent > 1 ? 'urgentes' : 'urgente',
    },
    ...(permissions.includes('report.sign')
      ? [{ to: `/${slug}/avis`, label: 'Avis', icon: <IconStethoscope {...icon} /> }]
      : []),
    ...(mayCall ? [{ to: `/${slug}/bureau/appel`, label: 'Nouvel appel', icon: <IconPhonePlus {...icon} /> }] : []),
    ...worklists,
    ...(permissions.includes('tour.plan')
      ? [{ to: `/${slug}/tournees`, label: 'Tournées', icon: <IconRoute {...icon} /> }]
      : []),
    ...(permissions.includes('people.manage')
      ? [{ to: `/${slug}/equipe`, label: 'Équipe', icon: <IconUsers {...icon} />, wideOnly: true }]
      : []),
    ...(permissions.includes('access.review')
      ? [{ to: `/${slug}/controle`, label: 'Contrôle', icon: <IconShieldSearch {...icon} />, wideOnly: true }]
      : []),
  ];
  return (
    <div className={styles.frame} data-scrolls={scrolls ? '' : undefined}>
      <SkipLink />
      <div className={styles.railBox}>
        <DeskRail home={`/${slug}/bureau`} homeLabel="Demandes à traiter" items={items}>
          <RailButton label="Aide" icon={<IconHelp {...icon} />} onClick={onHelp} />
        </DeskRail>
      </div>
      <div className={styles.column}>
        <TopBar saved={saved} />
        {children}
        {!scrolls && (
          <footer className={styles.foot}>
            <ul aria-label="Touches du clavier">
              {keys
                .filter(
                  (help) => help.footer && (mayCall || !help.keys.includes('A')) && (mayDecide || help !== WAYS_HELP),
                )
                .map((help) => (
                  <li key={help.footer}>
                    {help.keys.map((key) => (
                      <KeyCap key={key}>{key}</KeyCap>
                    ))}
                    {help.footer}
                  </li>
                ))}
            </ul>
            <LiveBadge />
          </footer>
        )}
      </div>
    </div>
  );
}
