import { useVirtualizer } from '@tanstack/react-virtual';
import { IconArrowUp, IconCalendar, IconFlame, IconSun } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { plural } from '../ui/format.ts';
import { Bone } from '../ui/skeletons.tsx';
import { useNow } from '../ui/use-now.ts';
import { QueueCard } from './queue-card.tsx';
import { GROUP_TITLES, isNew, toRows } from './queue-rows.ts';
import type { QueueGroup, QueueRow } from './queue-rows.ts';
import styles from './queue.module.css';
import type { DeskQueue } from './use-queue.ts';

const CARD = 96;
const TITLE = 34;
const GROUP_ICONS: Record<QueueGroup, typeof IconSun> = { urgent: IconFlame, today: IconSun, later: IconCalendar };

export interface QueueListProps {
  queue: DeskQueue;
  selectedId: string | undefined;
  hrefOf: (id: string) => string;
  opened: ReadonlySet<string>;
  fresh: ReadonlySet<string>;
}

/** Only what is in sight is drawn, whatever the number of requests. */
export function QueueList({ queue, selectedId, hrefOf, opened, fresh }: QueueListProps) {
  const { items, counts, query, drift, keepPages, pageSize } = queue;
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => toRows(items, counts), [items, counts]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? TITLE : CARD),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
  });
  const visible = virtualizer.getVirtualItems();
  const lastVisible = visible.at(-1)?.index ?? 0;
  const reachesUnloaded = rows[lastVisible]?.kind === 'waiting' || lastVisible >= rows.length - 10;
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isError } = query;

  useEffect(() => {
    if (reachesUnloaded && hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [reachesUnloaded, hasNextPage, isFetchingNextPage, isError, fetchNextPage, items.length]);

  const pagesInSight = Math.ceil((lastVisible + 1) / pageSize) + 1;
  useEffect(() => {
    if (!isFetchingNextPage) keepPages(pagesInSight);
  }, [pagesInSight, isFetchingNextPage, keepPages]);

  const selectedRow = rows.findIndex((row) => row.kind === 'item' && row.item.id === selectedId);
  const shownId = useRef<string | undefined>(undefined);
  useEffect(() => {
    // Once for each selection, even when its request comes into the list later: arrivals never move the list.
    if (selectedRow < 0 || shownId.current === selectedId) return;
    shownId.current = selectedId;
    const hadFocus = scroller.current?.contains(document.activeElement) ?? false;
    // The title of the group comes along with its first request.
    const target = rows[selectedRow - 1]?.kind === 'group' ? selectedRow - 1 : selectedRow;
    virtualizer.scrollToIndex(target, { align: 'auto' });
    if (!hadFocus || !selectedId) return;
    const timer = setTimeout(() => {
      document
        .querySelector<HTMLElement>(`[data-queue-card="${CSS.escape(selectedId)}"]`)
        ?.focus({ preventScroll: true });
    }, 30);
    return () => clearTimeout(timer);
  }, [selectedId, selectedRow, rows, virtualizer]);
  const inSight = visible.flatMap(({ index }) => {
    const row = rows[index];
    return row?.kind === 'item' ? [row.item.id] : [];
  });
  const reachableId = selectedId && inSight.includes(selectedId) ? selectedId : inSight[0];

  const firstVisibleOffset = virtualizer.scrollOffset ?? 0;
  const urgentRows = rows.findIndex((row) => row.kind === 'group' && row.group !== 'urgent');
  const urgentCount = rows[0]?.kind === 'group' && rows[0].group === 'urgent' ? rows[0].count : 0;
  const firstIndex = visible.find((each) => each.end > firstVisibleOffset)?.index ?? 0;
  const urgentGone = urgentCount > 0 && urgentRows > 0 && firstIndex >= urgentRows;

  return (
    <div className={styles.listBox}>
      {urgentGone && <UrgentAbove count={urgentCount} onClick={() => virtualizer.scrollToIndex(0)} />}
      <div ref={scroller} className={styles.scroll}>
        <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
          {visible.map((place) => {
            const row = rows[place.index];
            if (!row) return null;
            return (
              <li
                key={place.key}
                ref={virtualizer.measureElement}
                data-index={place.index}
                className={styles.row}
                style={{ transform: `translateY(${place.start}px)` }}
                {...(row.kind === 'item' && { 'aria-setsize': counts.total, 'aria-posinset': row.position })}
              >
                <Row
                  row={row}
                  card={(item) => (
                    <QueueCard
                      item={item}
                      to={hrefOf(item.id)}
                      selected={item.id === selectedId}
                      reachable={item.id === reachableId}
                      isNew={isNew(item, opened, now - drift)}
                      isFresh={fresh.has(item.id)}
                      drift={drift}
                    />
                  )}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

type ItemRow = Extract<QueueRow, { kind: 'item' }>;

function Row({ row, card }: { row: QueueRow; card: (item: ItemRow['item']) => ReactNode }) {
  if (row.kind === 'item') return card(row.item);
  if (row.kind === 'group') {
    const Icon = GROUP_ICONS[row.group];
    return (
      <h2 className={styles.group}>
        <Icon size={16} stroke={1.9} aria-hidden="true" />
        {GROUP_TITLES[row.group]} · {row.count}
        {row.group === 'urgent' && <span>en premier</span>}
      </h2>
    );
  }
  return (
    <div className={styles.bone} aria-hidden="true">
      <Bone width="40%" />
      <Bone width="62%" />
      <Bone width="80%" />
    </div>
  );
}

/** Stays in sight when the urgent requests are scrolled away: nothing hides them. */
function UrgentAbove({ count, onClick }: { count: number; onClick: () => void }) {
  return (
    <button type="button" className={styles.above} onClick={onClick}>
      <IconArrowUp size={16} stroke={1.9} aria-hidden="true" />
      {plural(count, 'urgente', 'urgentes')} plus haut
    </button>
  );
}
