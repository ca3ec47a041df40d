import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { civilDay } from '../decision/instants.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { NotLoaded } from '../ui/not-loaded.tsx';
import { EmptyState } from '../ui/sheet.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { peopleApi, peopleKeys } from './people-api.ts';
import { PeopleFrame } from './people-frame.tsx';
import styles from './people.module.css';
import { PersonDrawer } from './person-drawer.tsx';
import { PersonRow } from './person-row.tsx';
import type { PeopleGroup } from './views.ts';

const GROUPS: { value: PeopleGroup; label: string }[] = [
  { value: 'team', label: 'L’équipe' },
  { value: 'requesters', label: 'Demandeurs' },
  { value: 'gone', label: 'Partis' },
];

const EMPTY: Record<PeopleGroup, string> = {
  team: 'Invitez la première personne\u00a0: elle reçoit un lien, choisit son mot de passe, et entre.',
  requesters: 'Les demandeurs que vous invitez, et ceux que le guichet a notés au téléphone, arrivent ici.',
  gone: 'Ceux qui quittent l’équipe gardent ici leur certificat de départ.',
};

const isGroup = (value: string): value is PeopleGroup => GROUPS.some((group) => group.value === value);

/** « Équipe »: everybody of the ESS; one person opens beside the list. */
export function PeoplePage() {
  const { slug, context } = useEss();
  const { id } = useParams();
  const navigate = useNavigate();
  const [group, setGroup] = useState<PeopleGroup>('team');
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), 200);
  const list = useInfiniteQuery({
    queryKey: peopleKeys.list(slug, group, words),
    queryFn: ({ pageParam }) => peopleApi(slug).list(group, words, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const people = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const today = civilDay(new Date(), context.ess.timezone);
  return (
    <PeopleFrame title="Équipe">
      <div className={styles.head}>
        <div>
          <h1>Équipe</h1>
          <p className="soft">
            Qui peut entrer ici, avec quel rôle et jusqu’à quand. Aucun dossier n’est visible d’ici.
          </p>
        </div>
        <Button component={Link} to={`/${slug}/equipe/inviter`} leftSection={<IconUserPlus size={20} stroke={1.9} />}>
          Inviter
        </Button>
      </div>
      <div className={styles.filters}>
        <SegmentedControl
          aria-label="Qui montrer"
          size="md"
          data={GROUPS}
          value={group}
          onChange={(value) => isGroup(value) && setGroup(value)}
        />
        <TextInput
          aria-label="Chercher un nom"
          placeholder="Chercher un nom"
          autoComplete="off"
          maxLength={60}
          leftSection={<IconSearch size={18} stroke={1.9} aria-hidden="true" />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <NotLoaded query={list} />
      {list.isPending && <ListSkeleton rows={6} rowHeight={72} />}
      {list.data && people.length === 0 && (
        <EmptyState title={words ? 'Personne à ce nom.' : 'Personne ici.'}>
          <p>{words ? 'Vérifiez l’orthographe, ou regardez dans un autre groupe.' : EMPTY[group]}</p>
        </EmptyState>
      )}
      {people.length > 0 && (
        <ul className={styles.list} aria-label={GROUPS.find(({ value }) => value === group)?.label}>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} to={`/${slug}/equipe/personne/${person.id}`} today={today} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          className={styles.more}
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          Voir la suite
        </Button>
      )}
      <PersonDrawer id={id ?? null} onClose={() => void navigate(`/${slug}/equipe`)} />
    </PeopleFrame>
  );
}
