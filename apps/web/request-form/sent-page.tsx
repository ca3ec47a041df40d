import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { ON_CALL_WORDS } from '#contracts/enums';
import { showReference } from '#contracts/reference';
import type { ContextView, SentView } from '../api/views.ts';
import layout from '../layout/layout.module.css';
import { Fil } from '../ui/fil.tsx';
import { formatPhone, formatSoon } from '../ui/format.ts';
import { P0Banner } from '../ui/p0-banner.tsx';
import { Sheet } from '../ui/sheet.tsx';
import styles from './form.module.css';

interface SentPageProps {
  sent: SentView;
  slug: string;
  context: ContextView;
  onAnother: () => void;
}

/** « Demande reçue. »; for an emergency never so: the page still says to call. */
export function SentPage({ sent, slug, context, onAnother }: SentPageProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    title.current?.focus({ preventScroll: true });
  }, []);
  const follow = `/${slug}/demandes/${sent.id}`;
  const told = sent.onCallTold
    ? `Le guichet et ${context.onCall ? `${context.onCall.name}, ${ON_CALL_WORDS[context.ess.specialty]},` : 'le spécialiste d’avis'} sont prévenus.`
    : 'Le guichet est prévenu.';

  if (sent.emergency) {
    return (
      <main id="contenu" className={layout.page} style={{ maxWidth: 720 }}>
        <h1 ref={title} tabIndex={-1} style={{ marginBottom: 16 }}>
          Urgence vitale : n’attendez pas l’équipe
        </h1>
        <P0Banner sentence={`${told} Ils ne remplacent pas le 15 : le 15 envoie les secours.`} />
        <div className={styles.stack} style={{ marginTop: 20 }}>
          <Sheet labelledBy="suite-titre">
            <h2 id="suite-titre">Ensuite</h2>
            <p>
              {sent.next.label}, {sent.next.owner}
              {sent.next.dueAt && `, avant ${formatSoon(sent.next.dueAt, new Date())}`}. Le guichet :{' '}
              <a href={`tel:${context.ess.phone}`}>{formatPhone(context.ess.phone)}</a>.
            </p>
            <p className="soft" style={{ marginTop: 6 }}>
              Référence <strong className="num nowrap">{showReference(sent.reference)}</strong>
            </p>
            <p style={{ marginTop: 12 }}>
              <Link to={follow}>Voir qui s’en occupe</Link>
            </p>
          </Sheet>
        </div>
      </main>
    );
  }
  const due = sent.next.dueAt ? `avant ${formatSoon(sent.next.dueAt, new Date())}` : undefined;
  return (
    <main id="contenu" className={layout.page} style={{ maxWidth: 720 }}>
      <h1 ref={title} tabIndex={-1} style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
        <IconCircleCheck size={34} stroke={1.9} color="var(--done)" aria-hidden="true" />
        Demande reçue.
      </h1>
      <p className={styles.lead}>
        Référence <strong className="num nowrap">{showReference(sent.reference)}</strong>. Un courriel vous la rappelle,
        sans nom ni motif. Vous n’avez rien à renvoyer.
      </p>
      <div className={styles.stack} style={{ marginTop: 20 }}>
        <Sheet labelledBy="suite-titre">
          <h2 id="suite-titre">Ce qui se passe ensuite</h2>
          <Fil
            steps={[
              { id: 'sent', title: 'Demande reçue', state: 'done' },
              { id: 'next', title: sent.next.label, state: 'now', note: sent.next.owner, time: due },
              { id: 'decide', title: 'Décision', state: 'next', note: 'Avis à distance, consultation ou visite.' },
              { id: 'answer', title: 'Réponse transmise', state: 'next', note: 'À vous et au médecin traitant.' },
            ]}
          />
        </Sheet>
        <p className="soft">
          Si l’état s’aggrave : appelez le <a href="tel:15">15</a>, puis prévenez-nous au{' '}
          <a href={`tel:${context.ess.phone}`}>{formatPhone(context.ess.phone)}</a>.
        </p>
        <div className={styles.go}>
          <Button variant="default" onClick={onAnother}>
            Faire une autre demande
          </Button>
          <Button component={Link} to={follow}>
            Suivre cette demande
          </Button>
        </div>
      </div>
    </main>
  );
}
