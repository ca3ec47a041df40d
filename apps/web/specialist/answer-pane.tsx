import { IconCheck, IconChevronDown, IconHandGrab, IconInbox } from '@tabler/icons-react';
import { isOpen } from '#contracts/transitions';
import { isEmptyCare } from '../decision/draft.ts';
import { CareSection } from '../decision/care-section.tsx';
import type { Care } from '../decision/use-care.ts';
import { ActButton } from '../desk/act-button.tsx';
import { CancelForm, VitalForm } from '../desk/act-forms.tsx';
import { classDecision, may } from '../desk/decision.ts';
import type { DecisionDraft } from '../desk/decision.ts';
import desk from '../desk/decision.module.css';
import type { DecisionActs } from '../desk/decision-acts.ts';
import { EmergencyAct } from '../desk/emergency-act.tsx';
import { PriorityChoice } from '../desk/priority-choice.tsx';
import type { RequestFile } from '../desk/views.ts';
import { DraftSaved } from '../ui/draft-saved.tsx';
import { nameAndAge, NBSP } from '../ui/format.ts';
import { PriorityChip } from '../ui/priority-chip.tsx';
import styles from './specialist.module.css';

interface AnswerPaneProps {
  request: RequestFile;
  draft: DecisionDraft;
  acts: DecisionActs;
  care: Care;
  /** When the text was last kept on this device. */
  savedAt: string | null;
  busy: boolean;
  refusal: string | null;
  meId: string;
  /** The file is not beside: whose answer this is must be said here. */
  alone: boolean;
  /** The only title of the screen on a phone. */
  asPageTitle: boolean;
}

/** What only a specialist can do: taking it comes first. */
const DOCTOR_ACTS: readonly RequestFile['nextAction'][] = ['decide', 'call_back', 'read'];
const ICON = { size: 17, stroke: 1.9, 'aria-hidden': true } as const;

/** What the specialist does with the file beside: take it, decide, answer; the rest is folded below. */
export function AnswerPane(props: AnswerPaneProps) {
  const { request, draft, acts, care, savedAt, busy, refusal, meId, alone, asPageTitle } = props;
  const Title = asPageTitle ? 'h1' : 'h2';
  const isTyped = !isEmptyCare(care.draft);
  const claim = may(request, 'claim') && !may(request, 'acknowledge');
  const isMine = request.owner?.kind === 'user' && request.owner.id === meId;
  // Nobody has it yet: taking it comes first, until something is written.
  const awaitsDoctor = DOCTOR_ACTS.includes(request.nextAction);
  const takeFirst = claim && awaitsDoctor && !isTyped && request.takenAt === null;
  const take = (
    <ActButton
      icon={<IconHandGrab {...ICON} />}
      keyName="G"
      first={takeFirst}
      tall={takeFirst}
      busy={busy && takeFirst}
      onClick={acts.claim}
    >
      Je prends
    </ActButton>
  );
  return (
    <div className={styles.answer}>
      <header className={styles.answerHead}>
        <Title>{request.state === 'to_read' ? 'Votre interprétation' : 'Votre réponse'}</Title>
        <DraftSaved state={isTyped && savedAt ? { where: 'device', at: savedAt } : { where: 'none', at: null }} />
      </header>
      {alone && (
        <p className={styles.whose}>
          <PriorityChip value={request.class} short />
          <strong>{nameAndAge(request.patient.displayName, request.patient.age)}</strong>
        </p>
      )}
      {refusal && (
        <p className={desk.refusal} role="alert">
          {refusal}
        </p>
      )}
      {!isOpen(request.state) && (
        <p className="soft">
          <strong>{request.stateLabel}.</strong>
        </p>
      )}
      {request.state === 'emergency' && (
        <EmergencyAct request={request} acts={acts} busy={busy} first={care.form === null} />
      )}
      {claim && awaitsDoctor && take}
      <CareSection
        request={request}
        care={care}
        busy={busy}
        first={!takeFirst && !may(request, 'acknowledge')}
        untitled={request.state === 'to_read'}
      />
      {claim && !awaitsDoctor && take}
      {request.actions.length === 0 && (
        <p className="muted">
          {request.nextActionLabel}
          {request.owner && `${NBSP}: ${request.owner.name}`}. Rien à faire ici.
        </p>
      )}
      <Rest request={request} draft={draft} acts={acts} busy={busy} isMine={isMine} />
    </div>
  );
}

interface RestProps {
  request: RequestFile;
  draft: DecisionDraft;
  acts: DecisionActs;
  busy: boolean;
  isMine: boolean;
}

/** Rare here: another class, back to the desk, the vital emergency, the end. */
function Rest({ request, draft, acts, busy, isMine }: RestProps) {
  const decision = classDecision(request, draft);
  const classMoves = may(request, 'confirm') || may(request, 'raise') || may(request, 'lower');
  const release = isMine && may(request, 'release');
  const cancel = may(request, 'cancel');
  if (!classMoves && !release && !cancel) return null;
  return (
    <details className={styles.rest}>
      <summary>
        Priorité et suite
        <IconChevronDown size={18} stroke={1.9} aria-hidden="true" />
      </summary>
      <div className={styles.restBody}>
        {classMoves && (
          <PriorityChoice request={request} decision={decision} draft={draft} acts={acts}>
            {decision.move && (
              <ActButton icon={<IconCheck {...ICON} />} busy={busy} onClick={acts.submitClass}>
                {decision.label.replace(' et suivante', '')}
              </ActButton>
            )}
          </PriorityChoice>
        )}
        {release && (
          <ActButton icon={<IconInbox {...ICON} />} keyName="G" disabled={busy} onClick={acts.claim}>
            Remettre au guichet
          </ActButton>
        )}
        {may(request, 'raise') && request.state !== 'emergency' && <VitalForm draft={draft} acts={acts} busy={busy} />}
        {cancel && <CancelForm draft={draft} acts={acts} busy={busy} />}
      </div>
    </details>
  );
}
