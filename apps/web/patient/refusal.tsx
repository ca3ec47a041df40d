import { isApiError, messageOf } from '../api/errors.ts';
import { formatTime } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';

/** Why an act on the file was not done; of two people at once, who was first, and that nothing typed is lost. */
export function Refusal({ error, zone }: { error: unknown; zone: string }) {
  if (!error) return null;
  const stale = isApiError(error, 'patient.stale') ? error.conflict : undefined;
  return (
    <Notice tone="error" role="alert">
      {stale
        ? `${stale.by} a modifié ce dossier à\u00a0${formatTime(stale.at, zone)}. Votre saisie est gardée\u00a0: comparez, puis enregistrez.`
        : messageOf(error)}
    </Notice>
  );
}
