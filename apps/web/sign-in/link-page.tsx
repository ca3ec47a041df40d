import { Button, PasswordInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SubmitEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { MEMBER_ROLE_LABELS } from '#contracts/enums';
import { passwordFault, PASSWORD_HINT } from '../account/password-rules.ts';
import { isApiError, messageOf } from '../api/errors.ts';
import { usePageTitle } from '../layout/use-page-title.ts';
import { begun } from '../session/use-session.ts';
import { NotLoaded } from '../ui/not-loaded.tsx';
import { Bone } from '../ui/skeletons.tsx';
import { Notice } from '../ui/sheet.tsx';
import { Entrance } from './entrance.tsx';
import { linkApi } from './link-api.ts';
import type { LinkView } from './link-api.ts';
import { tokenOf } from './link-token.ts';
import styles from './sign-in.module.css';

/** Where the links of our messages lead: the token leaves the address bar at once, and nothing happens by itself. */
export function LinkPage() {
  usePageTitle('Lien reçu');
  const [token] = useState(() => tokenOf(window.location.hash));
  useEffect(() => {
    if (window.location.hash) window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  const link = useQuery({
    queryKey: ['link'],
    queryFn: () => linkApi.open(token ?? ''),
    enabled: token !== null,
    retry: false,
    gcTime: 0,
    staleTime: Infinity,
  });
  if (!token || isApiError(link.error, 'link.dead', 'input.invalid')) return <DeadLink />;
  if (link.isError) {
    return (
      <Entrance title="Ce lien n’a pas pu être lu">
        <NotLoaded query={link} />
      </Entrance>
    );
  }
  if (!link.data) {
    return (
      <Entrance title="Lecture du lien">
        <Bone height={140} />
      </Entrance>
    );
  }
  return link.data.purpose === 'password' ? (
    <NewPassword token={token} link={link.data} />
  ) : (
    <Invitation token={token} link={link.data} />
  );
}

function DeadLink() {
  return (
    <Entrance title="Ce lien ne marche plus">
      <div className={styles.form}>
        <p>
          Il a déjà servi, son délai est passé, ou il a été coupé en le copiant. Ouvrez-le depuis le dernier message
          reçu.
        </p>
        <ul className={styles.ways}>
          <li>
            Pour un mot de passe&nbsp;: <Link to="/mot-de-passe-oublie">demandez un autre lien</Link>.
          </li>
          <li>Pour une invitation&nbsp;: demandez à votre équipe de vous inviter à nouveau.</li>
        </ul>
        <p>
          <Link to="/connexion" className={styles.link}>
            Revenir à la connexion
          </Link>
        </p>
      </div>
    </Entrance>
  );
}

interface PurposeProps {
  token: string;
  link: LinkView;
}

function Invitation({ token, link }: PurposeProps) {
  const navigate = useNavigate();
  const isPatient = link.kind === 'patient';
  const role = link.role && MEMBER_ROLE_LABELS[link.role];
  return (
    <Entrance title={isPatient ? 'Votre espace patient' : `Rejoindre ${link.essName}`}>
      <dl className={styles.facts}>
        <dt>Pour</dt>
        <dd>{link.displayName}</dd>
        <dt>Adresse</dt>
        <dd>{link.email}</dd>
        {isPatient && (
          <>
            <dt>Équipe</dt>
            <dd>{link.essName}</dd>
          </>
        )}
        {role && !isPatient && (
          <>
            <dt>Rôle</dt>
            <dd>{role}</dd>
          </>
        )}
      </dl>
      <PasswordForm
        email={link.email}
        isKnown={link.hasAccount}
        label={link.hasAccount ? 'Mot de passe de votre compte' : 'Choisissez un mot de passe'}
        description={
          link.hasAccount
            ? 'Vous avez déjà un compte à cette adresse\u00a0: il s’ouvre aussi à cette équipe.'
            : PASSWORD_HINT
        }
        action={isPatient ? 'Ouvrir mon espace' : 'Accepter l’invitation'}
        act={async (password) => {
          begun(await linkApi.accept(token, password));
          void navigate('/connexion', { replace: true });
        }}
      />
    </Entrance>
  );
}

function NewPassword({ token, link }: PurposeProps) {
  const [done, setDone] = useState(false);
  if (done) {
    return (
      <Entrance title="Mot de passe changé">
        <div className={styles.form} role="status">
          <p>Vos sessions ouvertes ailleurs sont fermées. Votre second facteur vous sera demandé à la connexion.</p>
          <p>
            <Link to="/connexion" className={styles.link}>
              Se connecter
            </Link>
          </p>
        </div>
      </Entrance>
    );
  }
  return (
    <Entrance title="Nouveau mot de passe">
      <dl className={styles.facts}>
        <dt>Pour</dt>
        <dd>{link.displayName}</dd>
        <dt>Adresse</dt>
        <dd>{link.email}</dd>
      </dl>
      <PasswordForm
        email={link.email}
        isKnown={false}
        label="Nouveau mot de passe"
        description={PASSWORD_HINT}
        action="Changer le mot de passe"
        act={async (password) => {
          await linkApi.changePassword(token, password);
          setDone(true);
        }}
      />
    </Entrance>
  );
}

interface PasswordFormProps {
  email: string;
  /** The password is proved, not chosen. */
  isKnown: boolean;
  label: string;
  description: string;
  action: string;
  act: (password: string) => Promise<void>;
}

function PasswordForm({ email, isKnown, label, description, action, act }: PasswordFormProps) {
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [dead, setDead] = useState(false);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const found = isKnown ? (password ? null : 'Indiquez votre mot de passe.') : passwordFault(password);
    setFault(found);
    if (found || busy) return;
    setBusy(true);
    try {
      await act(password);
    } catch (thrown) {
      setDead(isApiError(thrown, 'link.dead'));
      setFault(messageOf(thrown));
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={styles.form}>
      {dead && (
        <Notice tone="error" role="alert">
          Ce lien ne marche plus. <Link to="/connexion">Revenir à la connexion</Link>
        </Notice>
      )}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        label={label}
        description={description}
        autoComplete={isKnown ? 'current-password' : 'new-password'}
        value={password}
        error={fault}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Afficher le mot de passe' }}
      />
      <Button type="submit" loading={busy}>
        {action}
      </Button>
    </form>
  );
}
