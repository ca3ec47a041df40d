import { Button } from '@mantine/core';
import { messageOf } from '../api/errors.ts';
import { Notice } from './sheet.tsx';

interface NotLoadedProps {
  query: { error: unknown; isFetching: boolean; refetch: () => Promise<unknown> };
}

/** Why a list or a page did not come, and the way to ask for it again; nothing while all is well. */
export function NotLoaded({ query }: NotLoadedProps) {
  if (!query.error) return null;
  return (
    <Notice tone="watch" role="alert">
      <p>{messageOf(query.error)}</p>
      <Button variant="default" mt={8} loading={query.isFetching} onClick={() => void query.refetch()}>
        Réessayer
      </Button>
    </Notice>
  );
}
