import { ON_CALL_WORDS } from '#contracts/enums';
import { formatTime } from '../ui/format.ts';
import { P0Banner } from '../ui/p0-banner.tsx';
import type { EmergencyView } from './emergency.ts';
import { useForm } from './form-context.tsx';

interface EmergencyHereProps {
  /** Causes whose questions are just below; absent: whatever the cause. */
  sources?: readonly EmergencyView['source'][];
  /** Already announced where it was raised. */
  quiet?: boolean;
}

/** The « 15 » banner, above the question that raised it. */
export function EmergencyHere({ sources, quiet = false }: EmergencyHereProps) {
  const { emergency, draft, actions, ess } = useForm();
  if (!emergency || (sources && !sources.includes(emergency.source))) return null;
  const onCall = ess.context.onCall?.name;
  const told = onCall
    ? `${onCall}, ${ON_CALL_WORDS[ess.context.ess.specialty]}, et le guichet seront prévenus dès l’envoi.`
    : 'Le guichet sera prévenu dès l’envoi.';
  return (
    <div style={{ marginBottom: 20 }}>
      <P0Banner
        announced={!quiet}
        sentence={emergency.sentence}
        acknowledged={draft.emergencyAct}
        onAcknowledge={actions.acknowledge}
        why={
          <>
            <strong>Pourquoi ?</strong> {emergency.why ?? `Coché à ${formatTime(draft.changedAt)}.`} {told}
          </>
        }
      />
    </div>
  );
}
