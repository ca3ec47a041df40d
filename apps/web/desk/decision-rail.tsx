import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import { isOpen } from '#contracts/transitions';
import { Notice } from '../ui/sheet.tsx';
import { ActButton } from './act-button.tsx';
import { CancelForm, CloseForm, VitalForm } from './act-forms.tsx';
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
  /** The move being sent, its button shows it. */
  busy: boolean;
  /** Why the last try was not sent, in words. */
  refusal: string | null;
  meId: string;
}

/** What can be done now, in one order: the emergency, the priority, who takes it, the answer. */
export function DecisionRail({ request, draft, acts, busy, refusal, meId }: DecisionRailProps) {
  if (!isOpen(request.state)) {
    return (
      <div className={styles.rail}>
        <Notice tone="done">
          <p>
            <strong>{request.stateLabel}.</strong> Rien à faire sur cette demande.
          </p>
        </Notice>
      </div>
    );
  }
  const decision = classDecision(request, draft);
  const classMoves = may(request, 'confirm') || may(request, 'raise') || may(request, 'lower');
  const answerFirst = request.state === 'confirmed' && decision.move === null;
  return (
    <div className={styles.rail}>
      {request.state === 'emergency' && <EmergencyAct request={request} acts={acts} busy={busy} />}
      {classMoves && (
        <PriorityChoice request={request} decision={decision} draft={draft} acts={acts}>
          {refusal && (
            <p className={styles.refusal} role="alert">
              {refusal}
            </p>
          )}
          {(decision.move || request.state !== 'emergency') && (
            <ActButton
              icon={decision.move ? <IconCheck {...ICON} /> : <IconArrowRight {...ICON} />}
              keyName="Entrée"
              first={!answerFirst && request.state !== 'emergency'}
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
      <OwnerAct request={request} meId={meId} busy={busy} onClaim={acts.claim} />
      <section className={styles.block} aria-label="Réponse et clôture">
        {may(request, 'close') && (
          <CloseForm request={request} draft={draft} acts={acts} busy={busy} first={answerFirst} />
        )}
        {may(request, 'raise') && request.state !== 'emergency' && <VitalForm draft={draft} acts={acts} busy={busy} />}
        {may(request, 'cancel') && <CancelForm draft={draft} acts={acts} busy={busy} />}
      </section>
      {request.actions.length === 0 && <p className="muted">Vous pouvez lire cette demande, pas la modifier.</p>}
    </div>
  );
}
