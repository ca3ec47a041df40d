import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { IconArrowLeft, IconChecklist, IconPointer } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { isApiError, messageOf } from '../api/errors.ts';
import type { Care } from '../decision/use-care.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { formatSoon, nameAndAge, NBSP } from '../ui/format.ts';
import { EmptyState, Notice } from '../ui/sheet.tsx';
import { Bone } from '../ui/skeletons.tsx';
import { KeyCap } from '../ui/tag.tsx';
import { useNow } from '../ui/use-now.ts';
import { ConflictBand } from './conflict-band.tsx';
import styles from './desk.module.css';
import { awaitsPriority, nextDueOf } from './queue-rows.ts';
import { RequestPane } from './request-pane.tsx';
import type { Problem } from './use-desk-acts.ts';
import type { DeskQueue } from './use-queue.ts';
import type { QueueItem, RequestFile } from './views.ts';

type Listed = Pick<QueueItem, 'patientName' | 'patientAge' | 'summary'>;

interface RequestAreaProps {
  id: string | undefined;
  query: UseQueryResult<RequestFile>;
  request: RequestFile | undefined;
  /** What the queue knows of it, shown while the rest comes. */
  item: Listed | undefined;
  /** What is said when nothing is open; absent: nothing. */
  empty: ReactNode;
  /** Where the way back leads, in words. */
  backLabel?: string;
  care: Care;
  problem: Problem | undefined;
  onDismiss: (id: string) => void;
  hrefOf: (id: string) => string;
  /** On a phone, the way back to the list. */
  backTo: string | null;
  /** Where the decision is not beside. */
  onDecide: (() => void) | null;
  /** Said above the request. */
  children?: ReactNode;
}

/** The middle pane in each of its states: nothing chosen, coming, refused, shown. */
export function RequestArea(props: RequestAreaProps) {
  const { id, query, request, item, empty, care, problem, onDismiss, hrefOf, backTo, onDecide } = props;
  const { context } = useEss();
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scroller.current?.scrollTo(0, 0);
  }, [id]);

  return (
    <section className={styles.requestPane} aria-label="Demande">
      {backTo && (
        <p className={styles.back}>
          <Link to={backTo}>
            <IconArrowLeft size={18} stroke={1.9} aria-hidden="true" />
            {props.backLabel ?? 'Demandes à traiter'}
          </Link>
        </p>
      )}
      {/* Read with the arrows and the page keys, hence in the order of Tab. */}
      <div
        ref={scroller}
        className={styles.scrolled}
        tabIndex={0}
        data-scrolled-text=""
        role="region"
        aria-label="Contenu de la demande"
      >
        {problem && request && (
          <ConflictBand problem={problem} request={request} onDismiss={() => onDismiss(request.id)} />
        )}
        {props.children}
        {!id && empty}
        {id && !request && !query.isError && <Coming item={item} asPageTitle={backTo !== null} />}
        {id && !request && query.isError && (
          <div className={styles.band}>
            {isApiError(query.error, 'not-found', 'access.forbidden', 'input.invalid') ? (
              <EmptyState title="Cette page n’existe pas ou ne vous est pas ouverte." />
            ) : (
              <Notice tone="watch" role="alert">
                <p>{messageOf(query.error)}</p>
                <Button variant="default" mt={8} loading={query.isFetching} onClick={() => void query.refetch()}>
                  Réessayer
                </Button>
              </Notice>
            )}
          </div>
        )}
        {request && (
          <RequestPane
            request={request}
            care={care}
            asPageTitle={backTo !== null}
            hrefOf={hrefOf}
            timeZone={context.ess.timezone}
          />
        )}
      </div>
      {onDecide && request && request.actions.length > 0 && (
        <div className={styles.decideBar}>
          <Button
            fullWidth
            h={44}
            leftSection={<IconChecklist size={18} stroke={1.9} aria-hidden="true" />}
            onClick={onDecide}
          >
            Décider
          </Button>
        </div>
      )}
    </section>
  );
}

function Coming({ item, asPageTitle }: { item: Listed | undefined; asPageTitle: boolean }) {
  const Title = asPageTitle ? 'h1' : 'h2';
  return (
    <div className={styles.coming} role="status" aria-label="Chargement de la demande">
      {item ? <Title>{nameAndAge(item.patientName, item.patientAge)}</Title> : <Bone width="42%" height={28} />}
      {item ? <p className="soft">{item.summary}</p> : <Bone width="66%" />}
      <Bone height={150} />
      <Bone width="80%" height={44} />
      <Bone height={190} />
    </div>
  );
}

/** Nothing is opened by itself: a file opened is a line of the audit. */
export function NothingChosen({ queue }: { queue: DeskQueue }) {
  const now = new Date(useNow());
  if (!queue.query.data || queue.items.length === 0) return null;
  const waiting = queue.items.filter(awaitsPriority).length;
  const due = nextDueOf(queue.items);
  return (
    <EmptyState
      title={waiting > 0 ? 'Choisissez une demande' : 'Toutes les priorités sont confirmées.'}
      icon={<IconPointer size={40} stroke={1.6} aria-hidden="true" />}
    >
      {due && (
        <p>
          {Date.parse(due) < now.getTime()
            ? `Une échéance est passée${NBSP}: ${formatSoon(due, now)}.`
            : `La prochaine échéance est ${formatSoon(due, now)}.`}
        </p>
      )}
      <p className={styles.keys}>
        <KeyCap>Entrée</KeyCap> ouvre la première, <KeyCap>J</KeyCap> <KeyCap>K</KeyCap> passent de l’une à l’autre.
      </p>
    </EmptyState>
  );
}
