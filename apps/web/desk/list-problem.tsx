import { Button } from '@mantine/core';
import { isApiError, messageOf } from '../api/errors.ts';
import { Notice } from '../ui/sheet.tsx';
import styles from './queue.module.css';

interface ListProblemProps {
  query: { isError: boolean; error: unknown; isFetching: boolean; refetch: () => unknown };
}

/** A list that did not come: why, and the way to ask again. */
export function ListProblem({ query }: ListProblemProps) {
  if (!query.isError) return null;
  return (
    <div className={styles.notice}>
      <Notice tone="watch" role="alert">
        <p>
          {isApiError(query.error, 'network')
            ? 'La liste n’est plus à jour\u00a0: connexion perdue.'
            : messageOf(query.error)}
        </p>
        <Button variant="default" mt={8} loading={query.isFetching} onClick={() => void query.refetch()}>
          Réessayer
        </Button>
      </Notice>
    </div>
  );
}
