import { ON_CALL_WORDS } from '#contracts/enums';
import type { ContextView } from '../api/views.ts';
import { formatSoon } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import { useNow } from '../ui/use-now.ts';

/** Said before sending: nobody reads now, when somebody will, and who takes the very urgent ones. */
export function NobodyOnDuty({ context }: { context: ContextView }) {
  const specialist = ON_CALL_WORDS[context.ess.specialty];
  const now = new Date(useNow());
  if (context.openNow && context.staffed) return null;
  const { nextOpeningAt, onCall } = context;
  return (
    <Notice tone="watch" role="status">
      <p>
        <strong>Personne n’est au guichet en ce moment.</strong>{' '}
        {nextOpeningAt
          ? `Votre demande sera lue à l’ouverture, ${formatSoon(nextOpeningAt, now, context.ess.timezone)}.`
          : 'Votre demande sera lue à la prochaine ouverture.'}
      </p>
      <p>
        {onCall
          ? `Une demande très urgente va à ${onCall.name}, ${specialist}, dès l’envoi.`
          : `Aucun ${specialist} n’est joignable.`}{' '}
        Si l’état ne peut pas attendre : appelez le <a href="tel:15">15</a>.
      </p>
    </Notice>
  );
}
