import type { RequestView } from '../api/views.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { formatMoment } from '../ui/format.ts';
import { AddToRequest } from './add-to-request.tsx';
import { openQuestion } from './answer-state.ts';
import styles from './follow-up.module.css';

/** « Nous attendons votre réponse »: the question of the team, and the place to answer. */
export function QuestionCard({ request }: { request: RequestView }) {
  const { context } = useEss();
  const asked = openQuestion(request.timeline);
  return (
    <section className={styles.question} aria-labelledby="complement-titre">
      <h2 id="complement-titre">Nous attendons votre réponse</h2>
      {asked && (
        <blockquote>
          <p>{asked.detail}</p>
          <footer>
            {asked.actor}, <time dateTime={asked.at}>{formatMoment(asked.at, context.ess.timezone)}</time>
          </footer>
        </blockquote>
      )}
      <AddToRequest request={request} move="give_info" primary />
    </section>
  );
}
