import { Link } from 'react-router';
import type { ContextView, RequestView } from '../api/views.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { TalkTo } from '../patient/talk-to.tsx';
import { formatPhone } from '../ui/format.ts';
import { Sheet } from '../ui/sheet.tsx';
import { Avatar } from '../ui/tag.tsx';
import { AskAgain } from './ask-again.tsx';
import { CancelRequest } from './cancel-request.tsx';
import styles from './follow-up.module.css';

interface FollowUpSideProps {
  request: RequestView;
  ess: ContextView['ess'];
  slug: string;
}

/** Nobody « took » a request that was only given to him. */
function ownerWords({ owner, state, acknowledgedAt }: RequestView): string {
  if (owner?.kind === 'desk') return 'le guichet de l’équipe';
  if (owner?.kind === 'team') return 'l’équipe mobile';
  if (state === 'emergency') return acknowledgedAt ? 'a pris l’urgence en charge' : 'est prévenu de l’urgence';
  return 'a la demande en charge';
}

/** Who takes care, what one may do, and what to do when it gets worse. */
export function FollowUpSide({ request, ess, slug }: FollowUpSideProps) {
  const mayOpenPatient = useEss().context.me.permissions.includes('patient.read');
  const mayCancel = request.actions.some((action) => action.move === 'cancel');
  const mayAskAgain = request.actions.some((action) => action.move === 'ask_again');
  return (
    <aside className={styles.side} aria-label="Contacts et actions">
      <Sheet quiet labelledBy="qui-titre">
        <h2 id="qui-titre">Qui s’en occupe</h2>
        {request.owner && (
          <p className={styles.who}>
            <Avatar name={request.owner.name} size={36} />
            <span>
              {request.owner.name}
              <small>{ownerWords(request)}</small>
            </span>
          </p>
        )}
        <p className={styles.who}>
          <Avatar name={request.author.displayName} size={36} />
          <span>
            {request.author.displayName}
            <small>
              {request.author.takenBy && request.channel === 'form'
                ? `envoyée par ${request.author.takenBy} pour ${request.author.displayName}, ${request.author.organisationName}`
                : `a fait la demande, ${request.author.organisationName}`}
            </small>
          </span>
        </p>
        <p style={{ marginTop: 12 }}>
          Nous appeler&nbsp;: <a href={`tel:${ess.phone}`}>{formatPhone(ess.phone)}</a>
        </p>
      </Sheet>
      {(mayOpenPatient || request.patient.mayTalkTo.length > 0) && (
        <Sheet quiet labelledBy="patient-titre">
          <h2 id="patient-titre">Le patient</h2>
          <TalkTo relatives={request.patient.mayTalkTo} quiet />
          {mayOpenPatient && (
            <p style={{ marginTop: 8 }}>
              <Link to={`/${slug}/patients/${request.patient.id}`}>Dossier du patient</Link>
            </p>
          )}
        </Sheet>
      )}
      <Sheet quiet labelledBy="aggrave-titre">
        <h2 id="aggrave-titre">Si l’état s’aggrave</h2>
        <p>
          Essoufflement au repos, douleur, malaise&nbsp;:{' '}
          <a href="tel:15">
            <strong>appelez le 15</strong>
          </a>
          , puis prévenez-nous.
        </p>
      </Sheet>
      {mayAskAgain && (
        <Sheet quiet labelledBy="question-titre">
          <h2 id="question-titre">Une autre question sur ce patient&nbsp;?</h2>
          <AskAgain request={request} />
        </Sheet>
      )}
      {mayCancel && (
        <Sheet quiet labelledBy="annuler-titre">
          <h2 id="annuler-titre">Cette demande n’a plus lieu d’être&nbsp;?</h2>
          <CancelRequest slug={slug} request={request} />
        </Sheet>
      )}
    </aside>
  );
}
