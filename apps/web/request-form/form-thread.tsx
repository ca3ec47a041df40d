import { reasonOf } from '#forms';
import { Fil, FilBar } from '../ui/fil.tsx';
import type { FilStep } from '../ui/fil.tsx';
import { formatAge } from '../ui/format.ts';
import type { FormStep } from './draft.ts';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';
import { isDay } from './is-day.ts';

const CALLER_TITLE = 'Qui appelle ?';

export function useStepTitles(): { step: FormStep; title: string; lead: string }[] {
  const { form, draft } = useForm();
  const steps = form.steps.map(({ number, title, lead }) => ({ step: number as FormStep, title, lead }));
  const caller = { step: 0 as FormStep, title: CALLER_TITLE, lead: 'La personne d’abord, puis les signes d’alerte.' };
  return draft.mode === 'call' ? [caller, ...steps] : steps;
}

/** What was answered so far, beside the form. */
function useNotes(): Partial<Record<FormStep, string>> {
  const { form, answers, draft } = useForm();
  const { patient, place } = answers;
  const age = isDay(patient.birthDate) ? `, ${formatAge(patient.birthDate, new Date())}` : '';
  const name = patient.birthName ? `${patient.birthName} ${patient.givenNames}`.trim() + age : '';
  return {
    0: draft.caller?.label,
    1: reasonOf(form, answers.reason)?.short,
    2: [name, place.communeName].filter(Boolean).join(' · '),
  };
}

export function FormThread() {
  const { draft, actions } = useForm();
  const titles = useStepTitles();
  const notes = useNotes();
  const steps: FilStep[] = titles.map(({ step, title }) => ({
    id: String(step),
    title,
    state: step < draft.step ? 'done' : step === draft.step ? 'now' : 'next',
    note: (
      <>
        {step <= draft.step && notes[step]}
        {step < draft.step && (
          <div>
            <button type="button" className={styles.linkButton} onClick={() => actions.goTo(step)}>
              Modifier<span className="sr-only"> : {title}</span>
            </button>
          </div>
        )}
      </>
    ),
  }));
  return (
    <nav className={styles.thread} aria-label="Étapes de la demande">
      <Fil steps={steps} quiet />
    </nav>
  );
}

/** The same, where there is no room. */
export function FormBar() {
  const { draft } = useForm();
  const titles = useStepTitles();
  const index = titles.findIndex(({ step }) => step === draft.step);
  const notes = useNotes();
  return (
    <section className={styles.small} aria-label="Progression">
      <FilBar current={index + 1} total={titles.length} />
      <p className="small soft">
        <strong>
          Étape {index + 1} sur {titles.length}
        </strong>
        {draft.step > 2 && notes[2] ? ` · ${notes[2]}` : ''}
      </p>
    </section>
  );
}
