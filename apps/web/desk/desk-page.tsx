import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useRequest } from '../api/use-requests.ts';
import { isWay } from '../decision/moves.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { ConflictBand, OtherProblems } from './conflict-band.tsx';
import { DecisionRail } from './decision-rail.tsx';
import { DeskFrame } from './desk-frame.tsx';
import styles from './desk.module.css';
import { DecisionDrawer } from './decision-drawer.tsx';
import { HelpOverlay } from './help-overlay.tsx';
import type { DeskCommand } from './keyboard.ts';
import { QueuePane } from './queue-pane.tsx';
import { neighbour } from './queue-rows.ts';
import { NothingChosen, RequestArea } from './request-area.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useDecisionDrafts } from './use-decision-drafts.ts';
import { useDeskActs } from './use-desk-acts.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useQueue } from './use-queue.ts';

/** Held J does not open every file on the way: each opened file is a line of the audit. */
const SETTLE_MS = 140;
/** Enter decides only on what has been on the screen for this long. */
const READ_MS = 400;

const atStart = { getInitialValueInEffect: false };

/** « Demandes à traiter »: the queue, the request, the decision. */
export function DeskPage() {
  const { slug, context } = useEss();
  const { id } = useParams();
  const navigate = useNavigate();
  const wide = useMediaQuery('(min-width: 1280px)', true, atStart);
  const paned = useMediaQuery('(min-width: 1024px)', true, atStart);
  const queue = useQueue(slug);
  const { fresh, said } = useArrivals(queue);
  const drafts = useDecisionDrafts(`${context.me.professionalId}:${slug}`);
  const [help, setHelp] = useState(false);
  const [deciding, setDeciding] = useState(false);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());

  const [settledId] = useDebouncedValue(id, SETTLE_MS, { leading: true });
  const query = useRequest(slug, settledId ?? '', settledId !== undefined);
  const request = query.data?.id === id ? query.data : undefined;

  const hrefOf = useCallback((to: string) => `/${slug}/bureau/${to}`, [slug]);
  const go = useCallback(
    (to: string | undefined) => void navigate(to ? `/${slug}/bureau/${to}` : `/${slug}/bureau`, { replace: true }),
    [navigate, slug],
  );
  const desk = useDeskActs({ items: queue.items, patch: queue.patch, drafts, request, go });

  const { urgent } = queue.counts;
  usePageTitle(`${urgent > 0 ? `(${urgent}) ` : ''}Demandes à traiter`);

  useEffect(() => {
    if (id) setOpened((before) => (before.has(id) ? before : new Set(before).add(id)));
    setDeciding(false);
  }, [id]);

  const shownAt = useRef(0);
  const shownKey = request && `${request.id}:${request.version}`;
  useEffect(() => {
    shownAt.current = Date.now();
  }, [shownKey]);

  const lastIndex = useRef(0);
  const index = queue.items.findIndex((item) => item.id === id);
  useEffect(() => {
    if (index >= 0) lastIndex.current = index;
  }, [index]);

  const run = (command: DeskCommand): boolean => {
    if (help) return false;
    switch (command.name) {
      case 'next':
      case 'previous': {
        const to = neighbour(queue.items, id, command.name === 'next' ? 1 : -1, lastIndex.current);
        if (to && to.id !== id) go(to.id);
        return true;
      }
      case 'help':
        setHelp(true);
        return true;
      case 'call':
        if (!context.me.permissions.includes('call.take')) return false;
        void navigate(`/${slug}/bureau/appel`);
        return true;
      default:
        return runOnRequest(command);
    }
  };

  const runOnRequest = (command: DeskCommand): boolean => {
    if (!id) {
      if (command.name === 'enter') go(queue.items[0]?.id);
      return command.name === 'enter';
    }
    if (!request) return false;
    const may = (move: string) => request.actions.some((action) => action.move === move);
    const reveal = () => setDeciding(!wide);
    if (command.name === 'class') {
      reveal();
      desk.acts.choose(command.value);
    } else if (command.name === 'enter') {
      if (Date.now() - shownAt.current < READ_MS) return true;
      const { chosen } = desk.draft;
      // A way chosen by its letter is sent by Enter, once the class has nothing left to save.
      const { form } = desk.care.draft;
      if (request.state === 'confirmed' && !chosen && form && form !== 'none' && isWay(form)) desk.care.submit();
      else if (!may('confirm') && !may('raise') && !may('lower')) return true;
      else if (request.state !== 'emergency' || chosen) desk.acts.submitClass();
    } else if (command.name === 'claim') desk.acts.claim();
    else if (command.name === 'acknowledge') desk.acts.acknowledge();
    else if (command.name === 'cancel' && may('cancel')) {
      reveal();
      desk.acts.change({ form: 'cancel' });
    } else if (command.name === 'ask' && may('ask_info')) {
      reveal();
      desk.care.open('ask_info');
    } else if (command.name === 'way' && may(command.value)) {
      reveal();
      desk.care.open(command.value);
    }
    return true;
  };
  useDeskKeys(run);

  const list = (
    <QueuePane
      queue={queue}
      selectedId={id}
      hrefOf={hrefOf}
      opened={opened}
      fresh={fresh}
      nextOpeningAt={context.openNow ? null : context.nextOpeningAt}
    />
  );
  const problem = id ? desk.problems[id] : undefined;
  const inDrawer = !wide && deciding && request !== undefined;
  const rail = request && (
    <DecisionRail
      request={request}
      draft={desk.draft}
      acts={desk.acts}
      care={desk.care}
      busy={desk.busy}
      refusal={desk.refusal}
      meId={context.me.professionalId}
    />
  );
  return (
    <DeskFrame urgent={urgent} onHelp={() => setHelp(true)}>
      <OtherProblems problems={desk.problems} except={id} onOpen={go} />
      <main id="contenu" className={styles.panes}>
        {(paned || !id) && list}
        {(paned || id) && (
          <RequestArea
            id={id}
            query={query}
            request={request}
            item={queue.items.find((item) => item.id === id)}
            empty={<NothingChosen queue={queue} />}
            problem={inDrawer ? undefined : problem}
            onDismiss={desk.forget}
            care={desk.care}
            hrefOf={hrefOf}
            backTo={paned ? null : `/${slug}/bureau`}
            onDecide={wide ? null : () => setDeciding(true)}
          />
        )}
        {wide && (
          <aside className={styles.railPane} aria-label="Décision">
            {rail}
          </aside>
        )}
        {!wide && (
          <DecisionDrawer opened={inDrawer} onClose={() => setDeciding(false)}>
            {inDrawer && problem && (
              <ConflictBand problem={problem} request={request} onDismiss={() => desk.forget(request.id)} />
            )}
            {rail}
          </DecisionDrawer>
        )}
      </main>
      <HelpOverlay opened={help} onClose={() => setHelp(false)} />
      <p className="sr-only" role={said.vital ? 'alert' : 'status'}>
        {said.text}
      </p>
    </DeskFrame>
  );
}
