import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from '../layout/use-page-title.ts';
import { Entrance } from '../sign-in/entrance.tsx';
import { Bone } from '../ui/skeletons.tsx';
import { COMEBACK_PATH } from './comeback.ts';
import { sessionApi } from './session-api.ts';
import { welcome } from './use-session.ts';

/** A tab opened only to prove who one is: the page that waits goes on, this one closes. */
export function ComebackPage() {
  usePageTitle('Reprise de la session');
  const client = useQueryClient();
  const [state, setState] = useState<'asking' | 'open' | 'not'>('asking');
  useEffect(() => {
    const arrive = async () => {
      welcome(client, await sessionApi.current());
      setState('open');
      // Only a tab that a page has opened may close itself.
      if (window.opener) window.close();
    };
    arrive().catch(() => setState('not'));
  }, [client]);
  if (state === 'asking') {
    return (
      <Entrance title="Reprise de la session">
        <Bone height={60} />
      </Entrance>
    );
  }
  return state === 'open' ? (
    <Entrance title="Votre session est rouverte">
      <p>
        Revenez à l’onglet où vous travailliez&nbsp;: il est déverrouillé, avec ce que vous écriviez. Vous pouvez fermer
        celui-ci.
      </p>
    </Entrance>
  ) : (
    <Entrance title="La session n’est pas rouverte">
      <p>
        L’identification n’a pas abouti. <Link to={`/connexion?suite=${COMEBACK_PATH}`}>Se connecter</Link>, puis
        revenez à l’onglet où vous travailliez&nbsp;: il garde ce que vous écriviez.
      </p>
    </Entrance>
  );
}
