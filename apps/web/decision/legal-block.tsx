import { IconAlertCircle, IconChevronDown, IconCircleCheck } from '@tabler/icons-react';
import { CONSENT_MODE_LABELS, CONSENT_MODES } from '#contracts/care';
import { formatCivilDate, NBSP } from '../ui/format.ts';
import { careField } from './care-order.ts';
import styles from './care.module.css';
import { OneChip } from './chips.tsx';
import { DayField } from './day-field.tsx';
import type { CareFormProps } from './form-props.ts';
import { legalOf } from './prefill.ts';
import { LongText } from './text-field.tsx';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const CONSENTS = CONSENT_MODES.map((value) => ({ value, label: capital(CONSENT_MODE_LABELS[value]) }));
const YES_NO = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
] as const;
const on = (date: string | null) => (date ? ` le ${formatCivilDate(date)}` : '');

/** What the law asks of a téléexpertise, filled from the request and folded: opened only to change it. */
export function LegalBlock(props: CareFormProps) {
  const { draft, change, place, errors } = props;
  const legal = legalOf(draft, place);
  const isComplete = legal.informed && legal.consent !== 'not_obtained';
  const Icon = isComplete ? IconCircleCheck : IconAlertCircle;
  return (
    <details className={styles.legal} open={errors.informedOn || errors.consentOn ? true : undefined}>
      <summary data-tone={isComplete ? 'done' : 'watch'}>
        <Icon size={18} stroke={1.9} aria-hidden="true" />
        <span>
          {legal.informed ? `Patient informé${on(legal.informedOn)}` : 'Patient non informé'}, accord{' '}
          {CONSENT_MODE_LABELS[legal.consent]}
          {on(legal.consentOn)} · incident{NBSP}: {draft.incidents.trim() ? 'écrit' : 'aucun'}
        </span>
        <IconChevronDown size={18} stroke={1.9} aria-hidden="true" />
      </summary>
      <div className={styles.legalBody}>
        <p className={styles.note}>Repris de la demande de {place.request.author.displayName}.</p>
        <OneChip
          field="acte-informe"
          legend="Le patient est informé de la téléexpertise"
          options={YES_NO}
          value={legal.informed ? 'oui' : 'non'}
          onChange={(value) => change({ informed: value === 'oui' })}
        />
        {legal.informed && (
          <DayField
            field={careField('informedOn')}
            label="Informé le"
            value={legal.informedOn ?? ''}
            error={errors.informedOn}
            onChange={(informedOn) => change({ informedOn })}
          />
        )}
        <OneChip
          field="acte-accord"
          legend="Son accord"
          options={CONSENTS}
          value={legal.consent}
          onChange={(consent) => change({ consent })}
        />
        {legal.consent !== 'not_obtained' && (
          <DayField
            field={careField('consentOn')}
            label="Accord donné le"
            value={legal.consentOn ?? ''}
            error={errors.consentOn}
            onChange={(consentOn) => change({ consentOn })}
          />
        )}
        <LongText {...props} name="incidents" label="Incident technique (aucun si vide)" rows={1} max={1000} />
      </div>
    </details>
  );
}
