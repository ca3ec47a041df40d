import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
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
import { NothingChosen, RequestArea } from './request-area.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useDecisionDrafts } from './use-decision-drafts.ts';
import { useDeskActs } from './use-desk-acts.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useFileList } from './use-file-list.ts';
import { useQueue } from './use-queue.ts';
import { WaitingPane } from './waiting-pane.tsx';

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
  const [deciding, setDeciding] = useState(false);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());

  const hrefOf = useCallback((to: string) => `/${slug}/bureau/${to}`, [slug]);
  const go = useCallback(
    (to: string | undefined) => void navigate(to ? `/${slug}/bureau/${to}` : `/${slug}/bureau`, { replace: true }),
    [navigate, slug],
  );
  const files = useFileList({ ess: slug, items: queue.items, id, go });
  const { query, request } = files;
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

  const run = (command: DeskCommand): boolean => {
    if (files.help) return false;
    if (files.run(command)) return true;
    if (command.name !== 'call') return runOnRequest(command);
    if (!context.me.permissions.includes('call.take')) return false;
    void navigate(`/${slug}/bureau/appel`);
    return true;
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
    <DeskFrame urgent={urgent} onHelp={() => files.setHelp(true)}>
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
          <aside className={styles.railPane} aria-label={id ? 'Décision' : 'Ce qui attend'}>
            {id ? rail : <WaitingPane queue={queue} />}
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
      <HelpOverlay opened={files.help} onClose={() => files.setHelp(false)} />
      <p className="sr-only" role={said.vital ? 'alert' : 'status'}>
        {said.text}
      </p>
    </DeskFrame>
  );
}
