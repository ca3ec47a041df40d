import { IconChevronDown, IconInfoCircle, IconQuestionMark } from '@tabler/icons-react';
import { PRIORITY_WORDS } from '#contracts/enums';
import type { PriorityClass } from '#contracts/enums';
import { NBSP } from './format.ts';
import { plainReason } from './plain-reason.ts';
import { PriorityChip } from './priority-chip.tsx';
import styles from './why-panel.module.css';

export interface WhyRule {
  id: string;
  class: string;
  /** The French sentence. */
  reason: string;
  label: string;
  source: string;
  /** What was read: « poids +3,0 kg ». */
  datum: string;
  protocol: string;
  version: string;
}

export interface WhyExplanation {
  mode: 'protocol' | 'organisation';
  declaredBy?: string | null;
  /** `band`: what to say as long as no clinician has signed it. */
  protocol?: { id: string; version: string; band: string | null } | null;
  rules: readonly WhyRule[];
  missing: readonly { id: string; label: string; question?: string }[];
  flags?: readonly { flag: string; detail: string }[];
  wouldBecomeP0: readonly string[];
}

interface WhyPanelProps {
  value: PriorityClass;
  explanation: WhyExplanation;
  audience?: 'desk' | 'requester';
  /** « à confirmer par un humain », « confirmée par Nadège Rouaud ». */
  status?: string;
  /** The fold of the requester is open the first time. */
  defaultOpen?: boolean;
}

const shortName = (value: PriorityClass, audience: 'desk' | 'requester') =>
  audience === 'desk' ? value : `«${NBSP}${PRIORITY_WORDS[value].replaceAll(' ', NBSP)}${NBSP}»`;

/** « Pourquoi P2 ? »: what counts, by which rule, what would raise it, what is missing. */
export function WhyPanel({ value, explanation, audience = 'desk', status, defaultOpen = true }: WhyPanelProps) {
  const title = `Pourquoi ${shortName(value, audience)}${NBSP}?`;
  if (audience === 'requester') {
    return (
      <details className={`${styles.panel} ${styles.fold}`} data-priority={value} open={defaultOpen}>
        <summary>
          <IconInfoCircle size={18} stroke={1.9} aria-hidden="true" />
          {title}
          <IconChevronDown size={18} stroke={1.9} aria-hidden="true" />
        </summary>
        <div className={styles.body}>
          <Rows explanation={explanation} audience={audience} />
        </div>
      </details>
    );
  }
  return (
    <section className={styles.panel} data-priority={value} aria-label={title}>
      <div className={styles.head}>
        <PriorityChip value={value} />
        <h2>{title}</h2>
        {status && <span className={styles.status}>{status}</span>}
      </div>
      <Rows explanation={explanation} audience={audience} />
    </section>
  );
}

function Rows({ explanation, audience }: { explanation: WhyExplanation; audience: 'desk' | 'requester' }) {
  const { rules, missing, flags = [], wouldBecomeP0, protocol, declaredBy } = explanation;
  const first = rules[0];
  const others = rules.slice(1);
  return (
    <>
      <dl className={styles.rows}>
        <dt>Ce qui compte</dt>
        <dd>
          {first ? (
            <strong>{plainReason(first.reason)}</strong>
          ) : (
            <strong>{declaredBy ? `Priorité déclarée par ${declaredBy}.` : 'Aucune règle ne s’applique.'}</strong>
          )}
          {audience === 'desk' && others.length > 0 && (
            <ul className="soft">
              {others.map((rule) => (
                <li key={rule.id}>{rule.reason}</li>
              ))}
            </ul>
          )}
        </dd>
        <dt>Règle</dt>
        <dd>
          {first
            ? `${(audience === 'desk' ? rules : rules.slice(0, 1)).map((rule) => rule.id).join(', ')}, protocole ${first.protocol} v${first.version}${first.source ? ` · ${first.source}` : ''}`
            : `Classe déclarée par le demandeur, délai de la table des classes${protocol ? ` (${protocol.id})` : ''}`}
          {protocol?.band && ` · ${protocol.band}`}
        </dd>
        {audience === 'desk' && wouldBecomeP0.length > 0 && (
          <>
            <dt>Deviendrait P0</dt>
            <dd>si {wouldBecomeP0.join(', ')}</dd>
          </>
        )}
        {missing.length > 0 && (
          <>
            <dt>Manque</dt>
            <dd>
              <span className={styles.missing}>
                <IconQuestionMark size={14} stroke={2.2} aria-hidden="true" />{' '}
                {missing.map((item) => item.label).join(', ')}
              </span>{' '}
              · ne retarde pas la décision
              {audience === 'desk' && (
                <ul className="soft">
                  {missing.flatMap((item) => (item.question ? [<li key={item.id}>{item.question}</li>] : []))}
                </ul>
              )}
            </dd>
          </>
        )}
        {flags.length > 0 && (
          <>
            <dt>À vérifier</dt>
            <dd>
              <ul>
                {flags.map((flag) => (
                  <li key={flag.flag + flag.detail}>{flag.detail}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      <p className={styles.note}>Aide à l’organisation, ne constitue pas un avis médical.</p>
    </>
  );
}
