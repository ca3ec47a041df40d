import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { Link } from 'react-router';
import { isOpen } from '#contracts/transitions';
import type { RequestView } from '../api/views.ts';
import { NBSP } from '../ui/format.ts';
import type { AnswerState } from './answer-state.ts';
import styles from './follow-up.module.css';
import { PLAIN_STATES } from './words.ts';

/** The answer: on its way, to be read, or read; reading is a page of its own, where reception is proved. */
export function AnswerCard({ request, answer, slug }: { request: RequestView; answer: AnswerState; slug: string }) {
  if (answer === 'none') return null;
  if (answer === 'coming') {
    return (
      <section className={styles.next} aria-label="Réponse" aria-live="polite">
        <div>
          <h2>La réponse arrive</h2>
          <p className="soft">Elle vient d’être signée. Cette page l’ouvre dans quelques secondes.</p>
        </div>
      </section>
    );
  }
  const isNew = answer === 'ready';
  const mayTell = request.actions.some((action) => action.move === 'tell_outcome');
  const closesByReading = request.actions.some((action) => action.move === 'receive');
  return (
    <section className={styles.next} data-quiet={isNew ? undefined : ''} aria-label="Réponse">
      <div className={styles.answer}>
        <div>
          <h2>{titleOf(request, isNew)}</h2>
          <p className="soft">
            {isNew && closesByReading
              ? 'La demande se clôt quand vous l’avez lue.'
              : mayTell
                ? 'La réponse reste ici. Vous pouvez y dire ce qui s’est passé ensuite.'
                : 'Elle reste ici, à relire et à télécharger.'}
          </p>
        </div>
        <Button
          component={Link}
          to={`/${slug}/demandes/${request.id}/reponse`}
          variant={isNew ? 'filled' : 'default'}
          leftSection={<IconFileText size={20} stroke={1.9} aria-hidden="true" />}
        >
          {isNew ? 'Lire la réponse' : 'Relire la réponse'}
        </Button>
      </div>
    </section>
  );
}

function titleOf({ state }: RequestView, isNew: boolean): string {
  if (isNew) return `La réponse est prête${NBSP}: lisez-la`;
  return isOpen(state) ? 'Réponse précédente' : PLAIN_STATES[state];
}
