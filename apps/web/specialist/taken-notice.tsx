import type { RequestFile } from '../desk/views.ts';
import { formatSoon } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import { useNow } from '../ui/use-now.ts';

/** A colleague has it: said on the file itself, before anything is written twice. */
export function TakenNotice({ request, meId }: { request: RequestFile; meId: string }) {
  const now = new Date(useNow());
  const { owner, takenAt } = request;
  if (!takenAt || owner?.kind !== 'user' || owner.id === meId) return null;
  return (
    <div style={{ padding: '12px 16px 0' }}>
      <Notice tone="info" role="status">
        <p>
          Pris par <strong>{owner.name}</strong>, {formatSoon(takenAt, now)}.
        </p>
      </Notice>
    </div>
  );
}
