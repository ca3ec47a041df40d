import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { isApiError } from '../api/errors.ts';
import type { DemonstrationAccountView } from '../api/views.ts';
import { usePageTitle } from '../layout/use-page-title.ts';
import { FactorStep } from '../session/factor-step.tsx';
import { landingOf, safeReturn } from '../session/landing.ts';
import { giveUpSignIn, mayBeSignedIn, useSignInStage, welcome } from '../session/use-session.ts';
import type { SignInView } from '../session/views.ts';
import { Bone, PageSkeleton } from '../ui/skeletons.tsx';
import { Notice } from '../ui/sheet.tsx';
import { Avatar } from '../ui/tag.tsx';
import { DemonstrationAccounts } from './demonstration-accounts.tsx';
import { Entrance } from './entrance.tsx';
import { PasswordStep } from './password-step.tsx';
import type { Credentials } from './password-step.tsx';
import { PscButton } from './psc-button.tsx';
import { PscExercice } from './psc-exercice.tsx';
import styles from './sign-in.module.css';
import { useDemonstrationAccounts } from './use-demonstration-accounts.ts';

const EnrolStep = lazy(async () => ({ default: (await import('./enrol-step.tsx')).EnrolStep }));

const TITLES: Record<SignInView['stage'], string> = {
  factor: 'Confirmez que c’est vous',
  enrol: 'Protégez votre compte',
  exercice: 'Votre lieu d’exercice',
  open: 'Se connecter',
};

/** One page, step after step: what one knows, then what one holds. A reload finds its step again. */
export function SignInPage() {
  const [query] = useSearchParams();
  const client = useQueryClient();
  const [mayResume] = useState(() => mayBeSignedIn());
  const begun = useSignInStage(mayResume);
  const [answered, setAnswered] = useState<SignInView | null>();
  const [credentials, setCredentials] = useState<Credentials>({ email: '', password: '' });
  const [over, setOver] = useState(false);
  const ess = query.get('ess');
  const suite = safeReturn(query.get('suite'));
  const view = answered === undefined ? (begun.data ?? null) : answered;
  usePageTitle(TITLES[view?.stage ?? 'open']);

  if (begun.isLoading && answered === undefined) return <PageSkeleton />;
  if (view?.session) {
    return <Opened view={view} to={suite ?? landingOf(view.session, ess) ?? '/choisir'} />;
  }
  const answer = (next: SignInView) => {
    if (next.session) welcome(client, next.session);
    setOver(false);
    setAnswered(next);
  };
  const startAgain = () => {
    void giveUpSignIn();
    setAnswered(null);
  };
  const late = () => {
    setOver(true);
    setAnswered(null);
  };
  const pick = (account: DemonstrationAccountView) => {
    setCredentials({ email: account.email, password: account.password });
    document.getElementById('se-connecter')?.focus();
  };

  if (!view) {
    return (
      <Entrance title="Se connecter" below={<DemonstrationAccounts preferredEss={ess} onPick={pick} />}>
        {over && (
          <div style={{ marginBottom: 16 }}>
            <Notice tone="watch" role="alert">
              Le temps pour confirmer est passé. Saisissez à nouveau votre mot de passe.
            </Notice>
          </div>
        )}
        <PasswordStep value={credentials} onChange={setCredentials} onAnswer={answer} />
        <PscButton suite={suite} />
      </Entrance>
    );
  }
  return (
    <Entrance title={TITLES[view.stage]}>
      <Who name={view.displayName} onOther={startAgain} />
      {view.stage === 'factor' && <SecondStep view={view} email={credentials.email} onProved={answer} onOver={late} />}
      {view.stage === 'exercice' && <PscExercice exercices={view.exercices} onChosen={answer} onOver={late} />}
      {view.stage === 'enrol' && (
        <Suspense fallback={<Bone height={180} />}>
          <EnrolStep onDone={answer} onOver={late} />
        </Suspense>
      )}
    </Entrance>
  );
}

/** The session is there: the page it was asked for comes next. */
function Opened({ view, to }: { view: SignInView; to: string }) {
  const client = useQueryClient();
  useState(() => {
    if (view.session) welcome(client, view.session);
  });
  return <Navigate to={to} replace />;
}

function Who({ name, onOther }: { name: string | null; onOther: () => void }) {
  return (
    <div className={styles.who}>
      {name && (
        <>
          <Avatar name={name} size={36} />
          <strong>{name}</strong>
        </>
      )}
      <button type="button" className={styles.plain} style={{ marginLeft: 'auto' }} onClick={onOther}>
        Changer<span className="sr-only"> de compte</span>
      </button>
    </div>
  );
}

interface SecondStepProps {
  view: SignInView;
  email: string;
  onProved: (view: SignInView) => void;
  /** The password was given too long ago. */
  onOver: () => void;
}

function SecondStep({ view, email, onProved, onOver }: SecondStepProps) {
  const accounts = useDemonstrationAccounts(Boolean(email));
  const demonstration = accounts.data?.find((account) => account.email === email.trim().toLowerCase());
  return (
    <>
      <p className="soft" style={{ marginBottom: 16 }}>
        Votre mot de passe est juste. Un second facteur protège les dossiers de vos patients.
      </p>
      <FactorStep
        factors={view.factors}
        mayTrustDevice={view.mayTrustDevice}
        suggestedCode={demonstration?.code}
        onProved={onProved}
        onRefused={(error) => {
          if (isApiError(error, 'session.required')) onOver();
          else void accounts.refetch();
        }}
      />
    </>
  );
}
