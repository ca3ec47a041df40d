import type { Specialty } from '#contracts/enums';
import { formFor, hasForm } from '#forms';
import { useEss } from '../layout/ess-shell.tsx';
import { NBSP } from '../ui/format.ts';
import styles from './care.module.css';
import { QuickWords } from './chips.tsx';
import type { CareFormProps } from './form-props.ts';
import { TasksField } from './tasks-field.tsx';
import { LongText } from './text-field.tsx';

const REUSE = 'Reprendre les signes d’alerte du formulaire';

/** The vital signs of the form in one sentence: the doctor keeps, shortens or rewrites it. */
function vitalSigns(specialty: Specialty): string {
  if (!hasForm(specialty)) return '';
  const signs = formFor(specialty).redFlags.filter((flag) => flag.isVital);
  const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
  return signs.map(({ label }, index) => (index === 0 ? label : lowerFirst(label))).join(`${NBSP}; `);
}

/** What an answer, a reading and a consultation all end with. */
export function FollowUpFields(props: CareFormProps) {
  const { context } = useEss();
  const signs = vitalSigns(context.ess.specialty);
  return (
    <>
      <LongText {...props} name="conclusions" label="Conclusions" rows={2} max={4000} />
      <TasksField {...props} />
      <LongText {...props} name="callBackWhen" label="Quand nous rappeler" rows={1} max={1000} />
      <div className={styles.field}>
        <LongText {...props} name="call15When" label={`Quand appeler le${NBSP}15`} rows={1} max={1000} />
        {signs && !props.draft.call15When && (
          <QuickWords label="Reprendre" words={[REUSE]} onChoose={() => props.change({ call15When: signs })} />
        )}
      </div>
    </>
  );
}
