import { Button } from '@mantine/core';
import { showReference } from '#contracts/reference';
import { formatMoment } from '../ui/format.ts';
import { Notice, Sheet } from '../ui/sheet.tsx';
import { EmergencyHere } from './emergency-here.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';
import { NobodyOnDuty } from './nobody-on-duty.tsx';
import { reviewOf, unconfirmedReadings } from './review-lines.ts';
import { useDuplicates } from './use-duplicates.ts';

/** Step 4: what will be sent, what was understood, who is there to read it. */
export function StepReview() {
  const { form, answers, draft, actions, ess } = useForm();
  const duplicates = useDuplicates(ess.slug, answers.patient.patientId, answers.reason);
  const readings = unconfirmedReadings(answers, draft.confirmedReadings);
  const base = draft.mode === 'call' ? `/${ess.slug}/bureau` : `/${ess.slug}/demandes`;
  return (
    <>
      <EmergencyHere quiet />
      <NobodyOnDuty context={ess.context} />
      {duplicates.data && duplicates.data.length > 0 && (
        <Notice tone="watch" role="status">
          <p>
            <strong>Une demande est déjà ouverte pour ce patient, même motif.</strong> Suivez celle-ci plutôt que d’en
            envoyer une autre ; vous pouvez tout de même envoyer la vôtre.
          </p>
          <ul>
            {duplicates.data.map((request) => (
              <li key={request.id}>
                <a href={`${base}/${request.id}`} target="_blank" rel="noopener">
                  {showReference(request.reference)}
                  <span className="sr-only"> (nouvel onglet)</span>
                </a>
                , reçue {formatMoment(request.receivedAt)} : {request.stateLabel.toLowerCase()}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {readings.map(({ field, message }) => {
        const name = field.replace('measures.', '');
        const typed = answers.measures.find((measure) => measure.name === name)?.value ?? '';
        return (
          <Notice key={field} tone="watch">
            <p>
              <strong>{message}.</strong> Est-ce juste ?
            </p>
            <div className={styles.go}>
              <Button variant="default" onClick={() => actions.confirmReading(name, typed)}>
                C’est juste
              </Button>
              <Button variant="subtle" onClick={() => actions.goTo(3)}>
                Corriger
              </Button>
            </div>
          </Notice>
        );
      })}
      {reviewOf(answers, form).map((section) => (
        <Sheet key={section.step} labelledBy={`relire-${section.step}`}>
          <div className={styles.reviewHead}>
            <h2 id={`relire-${section.step}`}>{section.title}</h2>
            <button type="button" className={styles.linkButton} onClick={() => actions.goTo(section.step)}>
              Modifier<span className="sr-only"> : {section.title}</span>
            </button>
          </div>
          <dl className={styles.review}>
            {section.lines.map((line) => (
              <div key={line.label} style={{ display: 'contents' }}>
                <dt>{line.label}</dt>
                <dd>{line.text}</dd>
              </div>
            ))}
          </dl>
        </Sheet>
      ))}
    </>
  );
}
