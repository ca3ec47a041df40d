import { OUTCOME_LABELS, OUTCOMES, WITHOUT_ESS, WITHOUT_ESS_LABELS } from '#contracts/care';
import { isApiError, messageOf } from '../api/errors.ts';
import type { RequestView } from '../api/views.ts';
import { Notice, StateLabel } from '../ui/sheet.tsx';
import styles from './report.module.css';
import { useOutcome } from './use-reports.ts';
import type { OutcomeView } from './views.ts';

interface OutcomeQuestionsProps {
  slug: string;
  request: RequestView;
  outcome: OutcomeView | null;
}

/** What happened, and what would have been done without the team: one touch each, saved at once, now or later. */
export function OutcomeQuestions({ slug, request, outcome }: OutcomeQuestionsProps) {
  const tell = useOutcome(slug, request);
  const waiting = tell.isPending ? tell.variables : undefined;
  const happened = waiting?.happened ?? outcome?.happened;
  const withoutEss = waiting?.withoutEss ?? outcome?.withoutEss ?? undefined;
  const stale = isApiError(tell.error, 'request.stale');
  return (
    <section className={styles.outcome} aria-labelledby="suite-titre">
      <h2 id="suite-titre">La suite, en une touche</h2>
      <p className="soft">Facultatif, maintenant ou plus tard. Cela aide l’équipe à mesurer son service.</p>
      {tell.isError && (
        <Notice tone="watch" role="alert">
          {stale ? 'La demande a changé entre-temps. Touchez de nouveau votre réponse.' : messageOf(tell.error)}
        </Notice>
      )}
      <Choices
        legend="Que s’est-il passé&nbsp;?"
        name="suite"
        values={OUTCOMES}
        labels={OUTCOME_LABELS}
        chosen={happened}
        onChoose={(value) => tell.mutate({ happened: value, ...(withoutEss && { withoutEss }) })}
      />
      {happened && (
        <Choices
          legend="Sans l’ESS, qu’auriez-vous fait&nbsp;?"
          name="sans-ess"
          values={WITHOUT_ESS}
          labels={WITHOUT_ESS_LABELS}
          chosen={withoutEss}
          onChoose={(value) => tell.mutate({ happened, withoutEss: value })}
        />
      )}
      <div role="status">{happened && !tell.isPending && <StateLabel tone="done">Enregistré, merci</StateLabel>}</div>
    </section>
  );
}

interface ChoicesProps<T extends string> {
  legend: string;
  name: string;
  values: readonly T[];
  labels: Record<T, string>;
  chosen: T | undefined;
  onChoose: (value: T) => void;
}

function Choices<T extends string>({ legend, name, values, labels, chosen, onChoose }: ChoicesProps<T>) {
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value}>
          <input type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
          <span>{labels[value]}</span>
        </label>
      ))}
    </fieldset>
  );
}
