import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { isApiError, messageOf } from '../api/errors.ts';
import { usePageTitle } from '../layout/use-page-title.ts';
import { COMEBACK_PATH } from '../session/comeback.ts';
import { landingOf, safeReturn } from '../session/landing.ts';
import { begun, welcome } from '../session/use-session.ts';
import { Bone } from '../ui/skeletons.tsx';
import { Notice } from '../ui/sheet.tsx';
import { readPscAddress, type PscAddress } from './psc-address.ts';
import { pscApi } from './psc-api.ts';
import type { PscBack } from './psc-api.ts';
import { Entrance } from './entrance.tsx';
import styles from './psc.module.css';

const readAddress = (): PscAddress => readPscAddress(new URLSearchParams(window.location.search));

/** Out of the address bar, of the history and of what a screenshot shows. */
function wipeAddress(): void {
  if (window.location.search) window.history.replaceState(window.history.state, '', window.location.pathname);
}

const NO_WAY =
  'La connexion avec Pro Santé Connect n’a pas abouti. Recommencez, ou connectez-vous avec votre mot de passe.';
const ABANDONED = 'Vous êtes revenu sans vous identifier. Rien n’est perdu\u00a0: recommencez quand vous voulez.';

const firstError = (address: PscAddress): string | null => {
  if (address.kind === 'nothing') return NO_WAY;
  return address.kind === 'refused' ? (address.abandoned ? ABANDONED : NO_WAY) : null;
};

/** Where Pro Santé Connect sends back to, and where a tab begins that only proves again who one is. */
export function PscPage() {
  usePageTitle('Pro Santé Connect');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [address] = useState(readAddress);
  const [error, setError] = useState(() => firstError(address));
  const asked = useRef(false);

  const refuse = useCallback((thrown: unknown) => setError(messageOf(thrown)), []);
  const leave = useCallback(async (start: () => Promise<{ url: string }>) => {
    const { url } = await start();
    window.location.replace(url);
  }, []);
  const finish = useCallback(
    async (back: PscBack) => {
      const { signIn, resumed, suite } = await pscApi.finish(back);
      const then = resumed ? COMEBACK_PATH : safeReturn(suite);
      if (signIn.session) {
        welcome(client, signIn.session);
        void navigate(then ?? landingOf(signIn.session, null) ?? '/choisir', { replace: true });
      } else {
        begun(signIn);
        void navigate(`/connexion${then ? `?${new URLSearchParams({ suite: then })}` : ''}`, { replace: true });
      }
    },
    [client, navigate],
  );
  useEffect(() => {
    // A code serves once: a second effect of the same page does not show it again.
    if (asked.current) return;
    asked.current = true;
    wipeAddress();
    if (address.kind === 'back') finish(address.back).catch(refuse);
    if (address.kind === 'resume') leave(startAgain).catch(refuse);
  }, [address, finish, leave, refuse]);

  if (!error) {
    return (
      <Entrance title="Pro Santé Connect">
        <p role="status" style={{ marginBottom: 16 }}>
          {address.kind === 'resume' ? 'Départ vers Pro Santé Connect…' : 'Retour de Pro Santé Connect…'}
        </p>
        <Bone height={60} />
      </Entrance>
    );
  }
  return (
    <Entrance title="Vous n’êtes pas connecté">
      <Notice tone="error" role="alert">
        {error}
      </Notice>
      <div className={styles.way}>
        <Button component={Link} to="/connexion" fullWidth>
          Revenir à la page de connexion
        </Button>
        {address.kind === 'back' && (
          <Button
            variant="default"
            fullWidth
            className={styles.button}
            classNames={{ label: styles.label }}
            onClick={() => void leave(asAnother).catch(refuse)}
          >
            Recommencer sous une autre identité
          </Button>
        )}
      </div>
    </Entrance>
  );
}

/** Pro Santé Connect remembers who was there: it is told to ask. */
const asAnother = () => pscApi.start({ autre: true });

/** In the session of this browser; once it is over, in a new one, that the page which waits will look at. */
async function startAgain(): Promise<{ url: string }> {
  try {
    return await pscApi.start({ reprise: true });
  } catch (error) {
    if (!isApiError(error, 'session.required')) throw error;
    return pscApi.start({ suite: COMEBACK_PATH });
  }
}
