import { Button } from '@mantine/core';
import { IconDevices, IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { civilDay } from '../decision/instants.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { formatCivilDate, formatDay, formatMoment, NBSP } from '../ui/format.ts';
import { Notice } from '../ui/sheet.tsx';
import { AddRole } from './add-role.tsx';
import { DepartureForm } from './departure-form.tsx';
import { peopleApi, peopleKeys } from './people-api.ts';
import styles from './people.module.css';
import { StateTag } from './person-row.tsx';
import { RoleLine } from './role-line.tsx';
import { usePersonAct } from './use-person-act.ts';
import type { Person } from './views.ts';
import { ResetFactors } from './reset-factors.tsx';
import { inHandWords, professionWords } from './words.ts';

/** Everything an administrator may know of a person, and do: no file, no hour of presence. */
export function PersonPanel({ person }: { person: Person }) {
  const { slug, context } = useEss();
  const { busy, error, act } = usePersonAct();
  const [leaving, setLeaving] = useState(false);
  const isMe = person.id === context.me.professionalId;
  const today = civilDay(new Date(), context.ess.timezone);
  const isHere = person.state === 'active' || person.state === 'disabled' || person.state === 'no_account';
  return (
    <div className={styles.panel}>
      <div className={styles.identity}>
        <StateTag person={person} />
        {person.profession && <span>{professionWords(person.profession)}</span>}
        {person.rpps && (
          <span>
            RPPS{NBSP}
            {person.rpps}
          </span>
        )}
        {person.email && <span className={styles.email}>{person.email}</span>}
      </div>
      {error && (
        <Notice tone="error" role="alert">
          {error}
        </Notice>
      )}
      {person.shared && (
        <Notice tone="info">
          Cette personne travaille aussi dans une autre ESS{NBSP}: ce que vous fermez ici ne ferme pas son compte
          là-bas.
        </Notice>
      )}
      {person.invitation && <Invitation person={person} busy={busy} act={act} />}
      <section aria-labelledby="roles-titre">
        <h3 id="roles-titre">Rôles</h3>
        {person.roles.length === 0 && <p className="soft">Aucun rôle tant que l’invitation n’est pas acceptée.</p>}
        <ul className={styles.lines}>
          {person.roles.map((role) => (
            <RoleLine
              key={role.id}
              role={role}
              today={today}
              only={person.roles.filter(({ live }) => live).length < 2}
              editable={isHere}
              busy={busy === role.id}
              act={act}
            />
          ))}
        </ul>
        {person.state === 'active' && <AddRole personId={person.id} />}
      </section>
      {person.state !== 'left' && person.state !== 'invited' && (
        <section aria-labelledby="main-titre">
          <h3 id="main-titre">Travail en cours</h3>
          <p className="soft">{inHandWords(person.inHand)}</p>
          {person.onCall.length > 0 && (
            <p className="soft">
              D’avis jusqu’au {formatDay(person.onCall.at(-1)?.endsAt ?? '', context.ess.timezone)}, première période{' '}
              {formatMoment(person.onCall[0]?.startsAt ?? '', context.ess.timezone)}.
            </p>
          )}
        </section>
      )}
      <Devices person={person} />
      {person.departureId && (
        <p>
          <Link to={`/${slug}/equipe/departs/${person.departureId}`}>Certificat de départ</Link>
        </p>
      )}
      {isMe && (
        <p className="soft">C’est votre propre accès{NBSP}: une autre personne de l’administration peut le fermer.</p>
      )}
      {isHere && !isMe && (
        <section aria-labelledby="acces-titre">
          <h3 id="acces-titre">Accès</h3>
          <div className={styles.buttons}>
            {person.state === 'disabled' ? (
              <Button
                loading={busy === 'enable'}
                onClick={() =>
                  void act('enable', (api) => api.enable(person.id), `${person.name}${NBSP}: accès rétabli.`)
                }
              >
                Rétablir l’accès
              </Button>
            ) : (
              <Button
                variant="default"
                loading={busy === 'disable'}
                onClick={() =>
                  void act(
                    'disable',
                    (api) => api.disable(person.id),
                    `${person.name}${NBSP}: accès désactivé, sessions fermées.`,
                  )
                }
              >
                Désactiver l’accès
              </Button>
            )}
            {person.factors > 0 && !person.shared && (
              <ResetFactors
                busy={busy === 'factors'}
                onReset={() =>
                  void act(
                    'factors',
                    (api) => api.resetFactors(person.id),
                    `${person.name}${NBSP}: second facteur à refaire. Un courriel l’en prévient.`,
                  )
                }
              />
            )}
            <Button variant="default" aria-expanded={leaving} onClick={() => setLeaving((before) => !before)}>
              Enregistrer le départ…
            </Button>
          </div>
          <p className="muted small">
            Désactiver ferme ses sessions tout de suite, rend ses demandes au guichet et se rétablit. Le départ les
            transmet à un collègue et retire tous ses rôles ici.
          </p>
          {leaving && <DepartureForm person={person} />}
        </section>
      )}
    </div>
  );
}

interface ActProps {
  person: Person;
  busy: string | null;
  act: ReturnType<typeof usePersonAct>['act'];
}

function Invitation({ person, busy, act }: ActProps) {
  const { context } = useEss();
  const { invitation } = person;
  if (!invitation) return null;
  const zone = context.ess.timezone;
  return (
    <section aria-labelledby="invitation-titre">
      <h3 id="invitation-titre">Invitation</h3>
      <p className="soft">
        <IconMail size={16} stroke={1.9} aria-hidden="true" /> Envoyée le {formatDay(invitation.sentAt, zone)} à{' '}
        {invitation.email}, {invitation.expired ? 'expirée' : 'valable jusqu’au'}{' '}
        {invitation.expired ? '' : formatDay(invitation.expiresAt, zone)}.
      </p>
      <div className={styles.buttons}>
        <Button
          variant="default"
          loading={busy === 'resend'}
          onClick={() =>
            void act(
              'resend',
              (api) => api.resend(invitation.id),
              `Nouveau lien envoyé à ${invitation.email}. Le précédent ne sert plus.`,
            )
          }
        >
          Renvoyer un lien
        </Button>
        <Button
          variant="default"
          loading={busy === 'revoke'}
          onClick={() => void act('revoke', (api) => api.revoke(invitation.id), 'Invitation retirée.')}
        >
          Retirer l’invitation
        </Button>
      </div>
    </section>
  );
}

function Devices({ person }: { person: Person }) {
  const { slug } = useEss();
  const devices = useQuery({
    queryKey: [...peopleKeys.one(slug, person.id), 'devices'],
    queryFn: () => peopleApi(slug).devices(person.id),
    enabled: person.state === 'active' || person.state === 'disabled',
  });
  if (!devices.data || devices.data.length === 0) return null;
  return (
    <section aria-labelledby="appareils-titre">
      <h3 id="appareils-titre">Appareils</h3>
      <ul className={styles.lines}>
        {devices.data.map((device) => (
          <li key={`${device.label}${device.firstSeenOn}`}>
            <span>
              <IconDevices size={16} stroke={1.9} aria-hidden="true" /> {device.label}
            </span>
            <span className="muted small">vu le {formatCivilDate(device.lastSeenOn)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
