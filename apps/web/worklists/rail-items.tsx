import { IconCalendarPlus, IconMailQuestion } from '@tabler/icons-react';
import type { RailItem } from '../ui/desk-rail.tsx';
import { useWorklistCounts } from './use-worklists.ts';

const icon = { size: 20, stroke: 1.9, 'aria-hidden': true } as const;

/** « Réponses non lues » and « Rendez-vous à donner » on the rail of the desk, with what waits there. */
export function useWorklistItems(slug: string): RailItem[] {
  const { unread, appointments: toBook } = useWorklistCounts(slug);
  return [
    {
      to: `/${slug}/bureau/reponses`,
      label: 'Réponses',
      icon: <IconMailQuestion {...icon} />,
      count: unread,
      countLabel: unread > 1 ? 'à rappeler, non lues' : 'à rappeler, non lue',
    },
    {
      to: `/${slug}/bureau/rendez-vous`,
      label: 'Rendez-vous',
      icon: <IconCalendarPlus {...icon} />,
      count: toBook,
      countLabel: 'à donner',
    },
  ];
}
