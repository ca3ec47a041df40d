import { IconStethoscope } from '@tabler/icons-react';
import { plural } from '../ui/format.ts';
import { EmptyState } from '../ui/sheet.tsx';
import { KeyCap } from '../ui/tag.tsx';
import type { Board } from './use-board.ts';

/** Nothing is opened by itself: a file opened is a line of the audit. */
export function NothingOpen({ board: { board, items } }: { board: Board }) {
  if (!board) return null;
  const title = items.length === 0 ? 'Rien ne vous attend.' : 'Choisissez une demande';
  return (
    <EmptyState title={title} icon={<IconStethoscope size={40} stroke={1.6} aria-hidden="true" />}>
      {items.length === 0 ? (
        <p>Une nouvelle demande s’affiche ici d’elle-même.</p>
      ) : (
        <>
          <p>
            {plural(board.mine.length, 'demande chez vous', 'demandes chez vous')},{' '}
            {plural(board.toRead.length, 'examen à interpréter', 'examens à interpréter')},{' '}
            {plural(board.toTake.length, 'demande à prendre', 'demandes à prendre')}.
          </p>
          <p>
            <KeyCap>Entrée</KeyCap> ouvre la première, <KeyCap>J</KeyCap> <KeyCap>K</KeyCap> passent de l’une à l’autre.
          </p>
        </>
      )}
    </EmptyState>
  );
}
