import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import { isOpen } from '#contracts/transitions';
import { CareSection } from '../decision/care-section.tsx';
import { WAYS } from '../decision/moves.ts';
import type { Care } from '../decision/use-care.ts';
import { Notice } from '../ui/sheet.tsx';
import { ActButton } from './act-button.tsx';
import { CancelForm, VitalForm } from './act-forms.tsx';
import { classDecision, may } from './decision.ts';
import type { DecisionDraft } from './decision.ts';
import styles from './decision.module.css';
import { EmergencyAct } from './emergency-act.tsx';
import type { DecisionActs } from './decision-acts.ts';
import { OwnerAct } from './owner-act.tsx';
import { PriorityChoice } from './priority-choice.tsx';
import type { RequestFile } from './views.ts';

const ICON = { size: 17, stroke: 2, 'aria-hidden': true } as const;

interface DecisionRailProps {
  request: RequestFile;
  draft: DecisionDraft;
  acts: DecisionActs;
  care: Care;
  /** The move being sent, its button shows it. */
  busy: boolean;
  /** Why the last try was not sent, in words. */
  refusal: string | null;
  meId: string;
}

/** What can be done now, in one order: the emergency, the priority, the decision, who takes it, the rest. */
export function DecisionRail({ request, draft, acts, care, busy, refusal, meId }: DecisionRailProps) {
  const decision = classDecision(request, draft);
  const classMoves = may(request, 'confirm') || may(request, 'raise') || may(request, 'lower');
  const decides = WAYS.some((way) => may(request, way)) && request.state === 'confirmed';
  const classFirst = decision.move !== null && request.state !== 'emergency';
  const untaken = may(request, 'acknowledge');
  return (
    <div className={styles.rail}>
      {!isOpen(request.state) && (
        <Notice tone="done">
          <p>
            <strong>{request.stateLabel}.</strong> {request.actions.length === 0 && 'Rien à faire sur cette demande.'}
          </p>
        </Notice>
      )}
      {request.state === 'emergency' && (
        <EmergencyAct request={request} acts={acts} busy={busy} first={care.form === null} />
      )}
      {classMoves && (
        <PriorityChoice request={request} decision={decision} draft={draft} acts={acts}>
          {refusal && (
            <p className={styles.refusal} role="alert">
              {refusal}
            </p>
          )}
          {(decision.move || (request.state !== 'emergency' && !decides)) && (
            <ActButton
              icon={decision.move ? <IconCheck {...ICON} /> : <IconArrowRight {...ICON} />}
              keyName="Entrée"
              first={classFirst || (request.state !== 'emergency' && !decides)}
              tall
              busy={busy && decision.move !== null}
              onClick={acts.submitClass}
            >
              {decision.label}
            </ActButton>
          )}
        </PriorityChoice>
      )}
      {!classMoves && refusal && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      <CareSection request={request} care={care} busy={busy} first={!classFirst && !untaken} />
      <OwnerAct request={request} meId={meId} busy={busy} onClaim={acts.claim} />
      <LastActs request={request} draft={draft} acts={acts} busy={busy} />
      {request.actions.length === 0 && isOpen(request.state) && (
        <p className="muted">Vous pouvez lire cette demande, pas la modifier.</p>
      )}
    </div>
  );
}

type LastActsProps = Pick<DecisionRailProps, 'request' | 'draft' | 'acts' | 'busy'>;

/** What is rare and grave comes last. */
function LastActs({ request, draft, acts, busy }: LastActsProps) {
  const vital = may(request, 'raise') && request.state !== 'emergency';
  const cancel = may(request, 'cancel');
  if (!vital && !cancel) return null;
  return (
    <section className={styles.block} aria-label="Urgence et annulation">
      {vital && <VitalForm draft={draft} acts={acts} busy={busy} />}
      {cancel && <CancelForm draft={draft} acts={acts} busy={busy} />}
    </section>
  );
}
