import { AppointmentCard, ToBookCard } from './appointment-cards.tsx';
import { WorkGroup, WorklistFrame } from './worklist-frame.tsx';

/** « Rendez-vous à donner », then those given, by date. */
export function AppointmentsPage() {
  return (
    <WorklistFrame
      name="appointments"
      title="Rendez-vous à donner"
      about="Le spécialiste a décidé, le patient attend sa date. Notez-la ici&nbsp;: le demandeur est prévenu."
      empty={<p>Les rendez-vous décidés par les spécialistes arrivent ici.</p>}
    >
      {(items) => (
        <>
          <WorkGroup title="À donner" items={items.filter((item) => item.nextAction === 'book')}>
            {(item) => <ToBookCard item={item} />}
          </WorkGroup>
          <WorkGroup
            title="Rendez-vous pris"
            items={items
              .filter((item) => item.nextAction !== 'book')
              .sort((one, other) => (one.plannedFrom ?? '').localeCompare(other.plannedFrom ?? ''))}
          >
            {(item) => <AppointmentCard item={item} />}
          </WorkGroup>
        </>
      )}
    </WorklistFrame>
  );
}
