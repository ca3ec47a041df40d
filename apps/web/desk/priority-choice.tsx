import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { PriorityChip } from '../ui/priority-chip.tsx';
import { KeyCap } from '../ui/tag.tsx';
import { LOWER_REFUSED, may } from './decision.ts';
import type { ClassDecision, DecisionDraft } from './decision.ts';
import styles from './decision.module.css';
import type { DecisionActs } from './decision-acts.ts';
import { submitOnCtrlEnter } from './ctrl-enter.ts';
import type { RequestFile } from './views.ts';

interface PriorityChoiceProps {
  request: RequestFile;
  decision: ClassDecision;
  draft: DecisionDraft;
  acts: DecisionActs;
  children: ReactNode;
}

/** P1 to P4, the proposed one chosen beforehand; lowering asks why, and is the act of a clinician. */
export function PriorityChoice({ request, decision, draft, acts, children }: PriorityChoiceProps) {
  const lowerClosed = decision.options.some((option) => !option.allowed) && !may(request, 'lower');
  return (
    <section className={styles.block} aria-labelledby="priorite-titre">
      <fieldset aria-describedby={lowerClosed ? 'abaisser-note' : undefined}>
        <legend id="priorite-titre" className={styles.legend}>
          Priorité
        </legend>
        <div className={styles.options}>
          {decision.options.map((option) => (
            <label key={option.value} className={styles.option} data-disabled={option.allowed ? undefined : ''}>
              <input
                type="radio"
                name={`priorite-${request.id}`}
                checked={decision.value === option.value}
                disabled={!option.allowed}
                onChange={() => acts.change({ chosen: option.value })}
              />
              <PriorityChip value={option.value} />
              <span className={styles.tag}>{option.tag}</span>
              <KeyCap>{option.value.slice(1)}</KeyCap>
            </label>
          ))}
        </div>
      </fieldset>
      {lowerClosed && (
        <p id="abaisser-note" className={styles.note}>
          {LOWER_REFUSED}
        </p>
      )}
      {decision.needsReason && (
        <Textarea
          id="raison-priorite"
          label={`Pourquoi abaisser à\u00a0${decision.value}\u00a0?`}
          description="Ctrl + Entrée pour enregistrer"
          autosize
          minRows={2}
          maxRows={6}
          maxLength={1000}
          value={draft.reason}
          onChange={(event) => acts.change({ reason: event.currentTarget.value })}
          onKeyDown={submitOnCtrlEnter(acts.submitClass)}
        />
      )}
      {children}
    </section>
  );
}
