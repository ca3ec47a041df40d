import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { MEMBER_ROLE_LABELS } from '#contracts/enums';
import { useEss } from '../layout/ess-shell.tsx';
import { formatCivilDate, formatMoment, NBSP, plural } from '../ui/format.ts';
import { NotLoaded } from '../ui/not-loaded.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { peopleApi, peopleKeys } from './people-api.ts';
import { BackToTeam, PeopleFrame } from './people-frame.tsx';
import styles from './people.module.css';
import type { Departure } from './views.ts';
import { professionWords } from './words.ts';

/** Who left, when, what was handed and what was closed: a page to print and to keep. */
export function CertificatePage() {
  const { slug } = useEss();
  const { id = '' } = useParams();
  const departure = useQuery({
    queryKey: peopleKeys.departure(slug, id),
    queryFn: () => peopleApi(slug).departure(id),
  });
  return (
    <PeopleFrame title="Certificat de départ">
      <div className={styles.noPrint}>
        <BackToTeam />
      </div>
      {departure.isPending && <ListSkeleton rows={4} rowHeight={60} />}
      <NotLoaded query={departure} />
      {departure.data && <Certificate departure={departure.data} />}
    </PeopleFrame>
  );
}

function Certificate({ departure }: { departure: Departure }) {
  const { context } = useEss();
  const zone = context.ess.timezone;
  return (
    <Sheet as="div" className={styles.certificate}>
      <div className={styles.head}>
        <div>
          <p className="soft">{departure.essName}</p>
          <h1>Certificat de départ</h1>
        </div>
        <Button
          variant="default"
          className={styles.noPrint}
          leftSection={<IconPrinter size={20} stroke={1.9} />}
          onClick={() => window.print()}
        >
          Imprimer
        </Button>
      </div>
      <dl className={styles.facts}>
        <dt>Personne</dt>
        <dd>
          <strong>{departure.personName}</strong>
          {departure.profession && `, ${professionWords(departure.profession)}`}
          {departure.rpps && `, RPPS${NBSP}${departure.rpps}`}
        </dd>
        <dt>Départ enregistré</dt>
        <dd>
          {formatMoment(departure.at, zone)}
          {departure.byName && `, par ${departure.byName}`}
        </dd>
        <dt>Demandes ouvertes</dt>
        <dd>
          {departure.requestsHanded > 0
            ? `${plural(departure.requestsHanded, 'transmise', 'transmises')} à ${departure.handedTo ?? 'un collègue'}, ${departure.requestsHanded > 1 ? 'chacune ' : ''}avec son échéance`
            : 'Aucune n’était entre ses mains'}
        </dd>
        <dt>Rôles retirés</dt>
        <dd>
          <ul>
            {departure.roles.map((role) => (
              <li key={`${role.role}${role.organisationName ?? ''}${role.startsOn}`}>
                {MEMBER_ROLE_LABELS[role.role]}
                {role.organisationName && `, ${role.organisationName}`}, depuis le {formatCivilDate(role.startsOn)}
              </li>
            ))}
          </ul>
        </dd>
        <dt>Accès</dt>
        <dd>
          {departure.accountDisabled
            ? `Compte désactivé, ${plural(departure.sessionsEnded, 'session fermée', 'sessions fermées')}`
            : `Fermé dans cette ESS${NBSP}; le compte reste ouvert ailleurs, ou n’existait pas`}
          {departure.invitationsWithdrawn > 0 &&
            `, ${plural(departure.invitationsWithdrawn, 'invitation retirée', 'invitations retirées')}`}
        </dd>
        <dt>Périodes d’avis à venir</dt>
        <dd>
          {departure.onCall.length === 0 && 'Aucune'}
          {departure.onCall.length > 0 && (
            <>
              À planifier de nouveau, personne n’y est plus d’avis{NBSP}:
              <ul>
                {departure.onCall.slice(0, 20).map((period) => (
                  <li key={period.startsAt}>
                    du {formatMoment(period.startsAt, zone)} au {formatMoment(period.endsAt, zone)}
                  </li>
                ))}
                {departure.onCall.length > 20 && <li>et {departure.onCall.length - 20} autres</li>}
              </ul>
            </>
          )}
        </dd>
      </dl>
      <p className="muted small">
        Ce certificat reste lisible ici. Chaque transmission figure dans l’histoire de sa demande et dans les traces.
      </p>
    </Sheet>
  );
}
