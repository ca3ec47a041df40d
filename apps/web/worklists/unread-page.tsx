import { WorkGroup, WorklistFrame } from './worklist-frame.tsx';
import { UnreadCard } from './unread-card.tsx';

/** « Réponses non lues »: nobody has shown that he received the answer. */
export function UnreadPage() {
  return (
    <WorklistFrame
      name="unread"
      title="Réponses non lues"
      about="Une demande se clôt quand sa réponse est reçue. Sans preuve à l’échéance, rappelez et lisez la réponse."
      empty={<p>Toutes les réponses envoyées ont été reçues.</p>}
    >
      {(items) => (
        <>
          <WorkGroup title="À rappeler" items={items.filter((item) => item.nextAction === 'chase_reception')}>
            {(item) => <UnreadCard item={item} late />}
          </WorkGroup>
          <WorkGroup
            title="Envoyées, lecture attendue"
            items={items.filter((item) => item.nextAction !== 'chase_reception')}
          >
            {(item) => <UnreadCard item={item} late={false} />}
          </WorkGroup>
        </>
      )}
    </WorklistFrame>
  );
}
