import { IconBook2, IconHandGrab, IconHourglass, IconShieldCheck, IconStethoscope } from '@tabler/icons-react';
import { ListProblem } from '../desk/list-problem.tsx';
import cards from '../desk/queue.module.css';
import { onCallWords } from '../desk/words.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { NBSP } from '../ui/format.ts';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { BoardCard } from './board-card.tsx';
import { LIST_EMPTY, LIST_TITLES, LISTS } from './board-rows.ts';
import type { Departed, ListName } from './board-rows.ts';
import styles from './specialist.module.css';
import type { Board } from './use-board.ts';

const ICONS: Record<ListName, typeof IconBook2> = {
  mine: IconStethoscope,
  toRead: IconBook2,
  toTake: IconHandGrab,
  awaited: IconHourglass,
};

interface BoardPaneProps {
  board: Board;
  departed: readonly Departed[];
  selectedId: string | undefined;
  hrefOf: (id: string) => string;
}

/** « Avis »: what is this person's, what is to be read, what anybody may take, what is waited for. */
export function BoardPane({ board: { query, board, items, drift }, departed, selectedId, hrefOf }: BoardPaneProps) {
  const { context } = useEss();
  const reachableId = items.some(({ id }) => id === selectedId) ? selectedId : items[0]?.id;
  return (
    <section className={cards.pane} aria-labelledby="avis-titre">
      <header className={cards.head}>
        <h1 id="avis-titre">Avis</h1>
        {board && (
          <p className={styles.onCall} data-me={board.onCallIsMe ? '' : undefined}>
            <IconShieldCheck size={16} stroke={1.9} aria-hidden="true" />
            {board.onCallIsMe
              ? `Vous êtes ${onCallWords(context.ess.specialty).toLowerCase()} aujourd’hui`
              : `${onCallWords(context.ess.specialty)}${NBSP}: ${board.onCallName ?? 'personne aujourd’hui'}`}
          </p>
        )}
      </header>
      <ListProblem query={query} />
      <div className={cards.scroll}>
        {query.isPending && <ListSkeleton rows={5} rowHeight={88} label="Chargement des demandes" />}
        {board &&
          LISTS.map((name) => {
            const Icon = ICONS[name];
            const gone = name === 'toTake' ? departed : [];
            return (
              <section key={name} className={styles.group} aria-labelledby={`liste-${name}`}>
                <h2 id={`liste-${name}`} className={cards.group}>
                  <Icon size={16} stroke={1.9} aria-hidden="true" />
                  {LIST_TITLES[name]} · {board[name].length}
                </h2>
                {board[name].length === 0 && gone.length === 0 && <p className={styles.none}>{LIST_EMPTY[name]}</p>}
                <ul className={styles.cards}>
                  {gone.map(({ item, words }) => (
                    <li key={item.id} className={styles.gone}>
                      <PriorityChip value={item.class} short />
                      <span>
                        <strong>{item.patientName}</strong>
                        <br />
                        {words}
                      </span>
                    </li>
                  ))}
                  {board[name].map((item) => (
                    <li key={item.id}>
                      <BoardCard
                        item={item}
                        list={name}
                        to={hrefOf(item.id)}
                        selected={item.id === selectedId}
                        reachable={item.id === reachableId}
                        isMine={item.owner.id === context.me.professionalId}
                        drift={drift}
                      />
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
      </div>
      <p className="sr-only" role="status">
        {departed.map(({ item, words }) => `${item.patientName}\u00a0: ${words}.`).join(' ')}
      </p>
    </section>
  );
}
