import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ConflictBand, OtherProblems } from '../desk/conflict-band.tsx';
import { DeskFrame } from '../desk/desk-frame.tsx';
import { HelpOverlay } from '../desk/help-overlay.tsx';
import type { DeskCommand } from '../desk/keyboard.ts';
import { RequestArea } from '../desk/request-area.tsx';
import { useDecisionDrafts } from '../desk/use-decision-drafts.ts';
import { useDeskActs } from '../desk/use-desk-acts.ts';
import { useDeskKeys } from '../desk/use-desk-keys.ts';
import { useFileList } from '../desk/use-file-list.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { AnswerPane } from './answer-pane.tsx';
import { BoardPane } from './board-pane.tsx';
import { FileTabs } from './file-tabs.tsx';
import type { FileTab } from './file-tabs.tsx';
import { SPECIALIST_KEYS } from './key-help.ts';
import { NothingOpen } from './nothing-open.tsx';
import styles from './specialist.module.css';
import { TakenNotice } from './taken-notice.tsx';
import { useBoard } from './use-board.ts';
import { useDepartures } from './use-departures.ts';

const atStart = { getInitialValueInEffect: false };

/** « Avis »: the lists, the file, the answer; on a phone one after the other, under the thumb. */
export function SpecialistPage() {
  const { slug, context } = useEss();
  const { id } = useParams();
  const navigate = useNavigate();
  const wide = useMediaQuery('(min-width: 1200px)', true, atStart);
  const paned = useMediaQuery('(min-width: 1024px)', true, atStart);
  const board = useBoard(slug);
  const departed = useDepartures(slug, board.board);
  const drafts = useDecisionDrafts(`${context.me.professionalId}:${slug}`);
  const [tab, setTab] = useState<FileTab>('dossier');

  const home = `/${slug}/avis`;
  const hrefOf = useCallback((to: string) => `${home}/${to}`, [home]);
  const go = useCallback(
    (to: string | undefined) => void navigate(to ? `${home}/${to}` : home, { replace: paned }),
    [navigate, home, paned],
  );
  const files = useFileList({ ess: slug, items: board.items, id, go });
  const { query, request } = files;
  const desk = useDeskActs({ items: board.items, drafts, request, go });
  const toDo = (board.board?.mine.length ?? 0) + (board.board?.toRead.length ?? 0);
  usePageTitle(`${toDo > 0 ? `(${toDo}) ` : ''}Avis`);

  useEffect(() => setTab('dossier'), [id]);
  const run = (command: DeskCommand): boolean => {
    if (files.help) return false;
    if (files.run(command)) return true;
    if (command.name !== 'enter') return request !== undefined && runOnRequest(command);
    if (!id) go(board.items[0]?.id);
    return !id;
  };
  const runOnRequest = (command: DeskCommand): boolean => {
    const may = (move: string) => request?.actions.some((action) => action.move === move) ?? false;
    if (command.name === 'claim') desk.acts.claim();
    else if (command.name === 'acknowledge') desk.acts.acknowledge();
    else if (command.name === 'way' && may(command.value)) desk.care.open(command.value);
    else if (command.name === 'ask' && may('ask_info')) desk.care.open('ask_info');
    else return false;
    if (command.name === 'way' || command.name === 'ask') setTab('reponse');
    return true;
  };
  useDeskKeys(run);

  const problem = id ? desk.problems[id] : undefined;
  const showFile = wide || tab === 'dossier';
  const showAnswer = request !== undefined && (wide || tab === 'reponse');
  return (
    <DeskFrame urgent={0} onHelp={() => files.setHelp(true)} keys={SPECIALIST_KEYS}>
      <OtherProblems problems={desk.problems} except={id} onOpen={go} />
      <main id="contenu" className={styles.panes}>
        {(paned || !id) && <BoardPane board={board} departed={departed} selectedId={id} hrefOf={hrefOf} />}
        {(paned || id) && (
          <div className={styles.middle} data-alone={id ? undefined : ''}>
            <div className={styles.filePane} hidden={!showFile}>
              <RequestArea
                id={id}
                query={query}
                request={request}
                item={board.items.find((item) => item.id === id)}
                empty={<NothingOpen board={board} />}
                backLabel="Avis"
                care={desk.care}
                problem={showFile ? problem : undefined}
                onDismiss={desk.forget}
                hrefOf={hrefOf}
                backTo={paned ? null : home}
                onDecide={null}
              >
                {request && <TakenNotice request={request} meId={context.me.professionalId} />}
              </RequestArea>
            </div>
            {showAnswer && (
              <aside className={styles.answerPane} aria-label="Votre réponse">
                {!showFile && problem && (
                  <ConflictBand problem={problem} request={request} onDismiss={() => desk.forget(request.id)} />
                )}
                <AnswerPane
                  request={request}
                  draft={desk.draft}
                  acts={desk.acts}
                  care={desk.care}
                  savedAt={drafts.care.savedAt}
                  busy={desk.busy}
                  refusal={desk.refusal}
                  meId={context.me.professionalId}
                  alone={!wide}
                  asPageTitle={!paned}
                />
              </aside>
            )}
            {!wide && request && (
              <FileTabs tab={tab} onChange={setTab} request={request} busy={desk.busy} onClaim={desk.acts.claim} />
            )}
          </div>
        )}
      </main>
      <HelpOverlay opened={files.help} onClose={() => files.setHelp(false)} keys={SPECIALIST_KEYS} />
    </DeskFrame>
  );
}
