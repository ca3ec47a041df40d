import { IconCheck, IconCircleCheck, IconPhoneCall, IconQuestionMark, IconX } from '@tabler/icons-react';
import type { FindingState } from '#contracts/enums';
import facts from '../desk/request.module.css';
import { formatSoon, formatTime, NBSP } from '../ui/format.ts';
import { Tag } from '../ui/tag.tsx';
import styles from './care.module.css';
import type { VisitSheetView } from './views.ts';

const STATES: Record<FindingState, { word: string; Icon: typeof IconCheck }> = {
  present: { word: 'Oui', Icon: IconCheck },
  denied: { word: 'Non', Icon: IconX },
  unknown: { word: 'Ne sais pas', Icon: IconQuestionMark },
};
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const WEIGHT: Record<FindingState, number> = { present: 0, unknown: 1, denied: 2 };

/** What the nurse brought back: measures, signs, note, exams; the reader has it beside what he writes. */
export function VisitSheet({ visit, now }: { visit: VisitSheetView; now: Date }) {
  const findings = [...visit.findings].sort((one, other) => WEIGHT[one.state] - WEIGHT[other.state]);
  return (
    <section className={styles.visit} aria-labelledby="visite-titre">
      <h2 id="visite-titre">Visite de l’équipe mobile</h2>
      <p className="soft">
        {visit.nurseName}, {formatSoon(visit.doneAt, now)}
      </p>
      <p className={styles.entryHead}>
        {visit.examsDone.map((exam) => (
          <Tag key={exam} tone="done">
            <IconCircleCheck size={14} stroke={2} aria-hidden="true" />
            {exam} fait
          </Tag>
        ))}
        {visit.called15 && (
          <Tag tone="error">
            <IconPhoneCall size={14} stroke={2} aria-hidden="true" />
            15{NBSP}appelé sur place
          </Tag>
        )}
        {visit.calledOnCall && <Tag tone="watch">Spécialiste d’avis appelé sur place</Tag>}
      </p>
      {visit.examsMissing.map(({ exam, reason }) => (
        <p key={exam}>
          <strong>Non fait{NBSP}:</strong> {exam}. {reason}
        </p>
      ))}
      {visit.note && <p className={styles.visitNote}>{visit.note}</p>}
      <div className={styles.visitFacts}>
        <div>
          <dl className={facts.measures}>
            {visit.measures.map((measure) => (
              <div key={measure.name + (measure.at ?? '')}>
                <dt>{capital(measure.label)}</dt>
                <dd>
                  <strong>
                    {String(measure.value).replace('.', ',')}
                    {NBSP}
                    {measure.unit}
                  </strong>
                  {measure.at && <span>{formatTime(measure.at)}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </div>
        <ul className={facts.signs}>
          {findings.map(({ id, label, state }) => {
            const { word, Icon } = STATES[state];
            return (
              <li key={id}>
                <span className={facts.tri} data-state={state}>
                  <Icon size={14} stroke={2.2} aria-hidden="true" />
                  {word}
                </span>
                <span className={state === 'present' ? facts.strong : undefined}>{capital(label)}</span>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
