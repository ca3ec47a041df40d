import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { DOER_LABELS, DOERS } from '#contracts/care';
import type { Doer } from '#contracts/care';
import { FieldMessage } from '../ui/error-summary.tsx';
import { errorId, fieldId } from '../ui/field-id.ts';
import { careField } from './care-order.ts';
import styles from './care.module.css';
import { QuickWords } from './chips.tsx';
import type { TaskDraft } from './draft.ts';
import type { CareFormProps } from './form-props.ts';

const WHENS = ['Aujourd’hui', 'Sous 48\u00a0h', 'Sous 7\u00a0jours', 'Sous 1\u00a0mois', 'Dans 3\u00a0mois'];
const MOST = 12;
const FIELD = careField('tasks');

/** « Qui fait quoi, pour quand »: a line each, who and when by one press. */
export function TasksField({ draft, change, errors }: CareFormProps) {
  const { tasks } = draft;
  const edit = (index: number, part: Partial<TaskDraft>) =>
    change({ tasks: tasks.map((task, each) => (each === index ? { ...task, ...part } : task)) });
  const add = (who: Doer) => {
    change({ tasks: [...tasks, { who, what: '', when: '' }] });
    setTimeout(() => document.getElementById(`tache-quoi-${tasks.length}`)?.focus(), 30);
  };
  return (
    <fieldset id={fieldId(FIELD)} className={styles.field} aria-describedby={errors.tasks ? errorId(FIELD) : undefined}>
      <legend className={styles.label}>Qui fait quoi, pour quand</legend>
      <FieldMessage id={errorId(FIELD)} message={errors.tasks} />
      {tasks.map((task, index) => (
        <TaskLine
          key={index}
          task={task}
          index={index}
          onEdit={(part) => edit(index, part)}
          onRemove={() => change({ tasks: tasks.filter((_, each) => each !== index) })}
        />
      ))}
      {tasks.length < MOST && (
        <div className={styles.adders} role="group" aria-label="Ajouter une ligne pour">
          {DOERS.map((who) => (
            <Button
              key={who}
              type="button"
              variant="default"
              leftSection={<IconPlus size={16} stroke={1.9} aria-hidden="true" />}
              onClick={() => add(who)}
            >
              {who === 'ess' ? 'ESS' : DOER_LABELS[who]}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  );
}

interface TaskLineProps {
  task: TaskDraft;
  index: number;
  onEdit: (part: Partial<TaskDraft>) => void;
  onRemove: () => void;
}

function TaskLine({ task, index, onEdit, onRemove }: TaskLineProps) {
  const line = `ligne ${index + 1}`;
  return (
    <div className={styles.task} role="group" aria-label={`Ligne ${index + 1}`}>
      <NativeSelect
        aria-label={`Qui, ${line}`}
        value={task.who}
        data={DOERS.map((who) => ({ value: who, label: DOER_LABELS[who] }))}
        onChange={(event) => {
          const who = DOERS.find((each) => each === event.currentTarget.value);
          if (who) onEdit({ who });
        }}
      />
      <button type="button" className={styles.remove} aria-label={`Retirer la ${line}`} onClick={onRemove}>
        <IconX size={18} stroke={1.9} aria-hidden="true" />
      </button>
      <TextInput
        id={`tache-quoi-${index}`}
        className={styles.wholeLine}
        aria-label={`Quoi, ${line}`}
        placeholder="Quoi"
        autoComplete="off"
        maxLength={400}
        value={task.what}
        onChange={(event) => onEdit({ what: event.currentTarget.value })}
      />
      <TextInput
        className={styles.wholeLine}
        aria-label={`Pour quand, ${line}`}
        placeholder="Pour quand"
        autoComplete="off"
        maxLength={120}
        value={task.when}
        onChange={(event) => onEdit({ when: event.currentTarget.value })}
      />
      {!task.when && (
        <div className={styles.wholeLine}>
          <QuickWords label={`Délais, ${line}`} words={WHENS} onChoose={(when) => onEdit({ when })} />
        </div>
      )}
    </div>
  );
}
