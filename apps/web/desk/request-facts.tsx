import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import type { FindingState } from '#contracts/enums';
import { measuresOf, recordOf, signsOf } from './facts.ts';
import styles from './request.module.css';
import type { Answers } from './views.ts';

const STATES: Record<FindingState, { word: string; Icon: typeof IconCheck }> = {
  present: { word: 'Oui', Icon: IconCheck },
  denied: { word: 'Non', Icon: IconX },
  unknown: { word: 'Ne sais pas', Icon: IconQuestionMark },
};

/** What was answered: signs in three states, measures with their units, then the rest. */
export function RequestFacts({ answers, timeZone }: { answers: Answers; timeZone: string }) {
  const signs = signsOf(answers);
  const measures = measuresOf(answers);
  const record = recordOf(answers, timeZone);
  return (
    <div className={styles.facts}>
      <section aria-labelledby="signes">
        <h3 id="signes">Signes d’alerte et constats</h3>
        {signs.length === 0 && <p className="muted">Aucun signe renseigné.</p>}
        <ul className={styles.signs}>
          {signs.map((sign) => {
            const { word, Icon } = STATES[sign.state];
            return (
              <li key={sign.id}>
                <span className={styles.tri} data-state={sign.state}>
                  <Icon size={14} stroke={2.2} aria-hidden="true" />
                  {word}
                </span>
                <span className={sign.state === 'present' ? styles.strong : undefined}>{sign.label}</span>
              </li>
            );
          })}
        </ul>
      </section>
      <div>
        <section aria-labelledby="mesures">
          <h3 id="mesures">Mesures</h3>
          {measures.length === 0 && <p className="muted">Aucune mesure.</p>}
          <dl className={styles.measures}>
            {measures.map((measure) => (
              <div key={measure.name}>
                <dt>{measure.label}</dt>
                <dd>
                  <strong>{measure.value}</strong>
                  {measure.note && <span>{measure.note}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
        {record.length > 0 && (
          <section aria-labelledby="dossier">
            <h3 id="dossier">Contexte</h3>
            <dl className={styles.record}>
              {record.map((fact) => (
                <div key={fact.label}>
                  <dt>{fact.label}</dt>
                  <dd>
                    {fact.lines.map((line, index) => (
                      <span key={index}>{line}</span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )}
      </div>
    </div>
  );
}
