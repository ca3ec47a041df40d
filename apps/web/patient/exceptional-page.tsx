import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconClockHour4, IconEye, IconMail, IconSearch, IconShieldCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { SubmitEvent } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import {
  EXCEPTIONAL_MINUTES,
  EXCEPTIONAL_REASON_LABELS,
  EXCEPTIONAL_REASONS,
  EXCEPTIONAL_TEXT_MIN,
} from '#contracts/patient';
import type { ExceptionalReason } from '#contracts/patient';
import { useEss } from '../layout/ess-shell.tsx';
import { NotFoundPage } from '../layout/not-found-page.tsx';
import { DateField } from '../request-form/date-field.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { fieldId } from '../ui/field-id.ts';
import { NBSP } from '../ui/format.ts';
import { Notice, Sheet } from '../ui/sheet.tsx';
import { reasonErrors, searchErrors } from './exceptional.ts';
import type { TypedSearch } from './exceptional.ts';
import { useExceptionalSearch, useLiveAccesses, useOpenExceptional } from './patient-api.ts';
import { PatientFrame } from './patient-frame.tsx';
import styles from './patient.module.css';
import { Refusal } from './refusal.tsx';
import { timeLeft } from './time-left.ts';
import type { ExceptionalHit } from './views.ts';
import { birthWords } from './words.ts';

const ENDED: Record<string, string> = {
  heure: 'L’heure est passée\u00a0: le dossier s’est refermé de lui-même. Rien n’est à faire de plus.',
  ferme: 'L’accès est terminé, le dossier est refermé.',
};

/** « Accès exceptionnel »: find one person exactly, say why, then read for an hour. */
export function ExceptionalPage() {
  const { context } = useEss();
  if (!context.me.permissions.includes('access.exceptional')) return <NotFoundPage />;
  return (
    <PatientFrame place="Accès exceptionnel">
      <main id="contenu" className={styles.page}>
        <Steps />
      </main>
    </PatientFrame>
  );
}

function Steps() {
  const { slug } = useEss();
  const [params] = useSearchParams();
  const ended = ENDED[params.get('fin') ?? ''];
  const live = useLiveAccesses(slug);
  const [hit, setHit] = useState<ExceptionalHit | null>(null);
  const now = Date.now();
  const open = (live.data ?? []).filter(({ expiresAt }) => timeLeft(expiresAt, now) !== null);
  return (
    <div className={styles.narrow}>
      <header className={styles.head}>
        <h1>Accès exceptionnel</h1>
        <p className="soft">
          Pour lire le dossier d’une personne que rien d’autre ne vous ouvre, quand ses soins ne peuvent pas attendre.
        </p>
      </header>
      {ended && (
        <Notice tone="done" role="status">
          {ended}
        </Notice>
      )}
      {open.map((access) => (
        <Notice key={access.id} tone="watch">
          L’accès au dossier de {access.patientName} est ouvert, il reste {timeLeft(access.expiresAt, now)}.{' '}
          <Link to={`/${slug}/patients/${access.patientId}`}>Reprendre la lecture</Link>
        </Notice>
      ))}
      <Rules />
      {hit ? <ReasonForm hit={hit} onBack={() => setHit(null)} /> : <SearchForm onChoose={setHit} />}
    </div>
  );
}

/** What it entails, said before anything is asked. */
function Rules() {
  const icon = { size: 20, stroke: 1.9, 'aria-hidden': true } as const;
  return (
    <ul className={styles.rules} aria-label="Ce que cela entraîne">
      <li>
        <IconClockHour4 {...icon} />
        {EXCEPTIONAL_MINUTES}
        {NBSP}minutes, pas une de plus
      </li>
      <li>
        <IconEye {...icon} />
        En lecture seule
      </li>
      <li>
        <IconMail {...icon} />
        Le médecin responsable et le délégué à la protection des données sont prévenus aussitôt
      </li>
      <li>
        <IconShieldCheck {...icon} />
        L’accès est relu, et le patient le voit dans sa liste
      </li>
    </ul>
  );
}

function SearchForm({ onChoose }: { onChoose: (hit: ExceptionalHit) => void }) {
  const { slug, context } = useEss();
  const [typed, setTyped] = useState<TypedSearch>({ birthDate: null, birthName: '', givenName: '' });
  const [attempt, setAttempt] = useState(0);
  const search = useExceptionalSearch(slug);
  const set = (part: Partial<TypedSearch>) => setTyped((before) => ({ ...before, ...part }));
  const errors = attempt > 0 ? searchErrors(typed) : [];
  const errorOf = (field: string) => errors.find((error) => error.field === `recherche-${field}`)?.message;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (searchErrors(typed).length > 0) return;
    search.mutate({
      birthDate: typed.birthDate ?? '',
      birthName: typed.birthName.trim(),
      givenName: typed.givenName.trim(),
    });
  };
  const now = new Date();
  return (
    <Sheet labelledBy="trouver">
      <h2 id="trouver">1. La personne, exactement</h2>
      <form className={styles.form} onSubmit={submit} noValidate aria-label="Trouver la personne">
        <ErrorSummary errors={errors} before="de chercher" attempt={attempt} />
        <Refusal error={search.error} zone={context.ess.timezone} />
        <DateField
          field="recherche-birthDate"
          label="Date de naissance"
          value={typed.birthDate}
          error={errorOf('birthDate')}
          onChange={(birthDate) => set({ birthDate })}
        />
        <div className={styles.pair}>
          <TextInput
            id={fieldId('recherche-birthName')}
            label="Nom de naissance, en entier"
            autoComplete="off"
            maxLength={100}
            value={typed.birthName}
            error={errorOf('birthName')}
            onChange={(event) => set({ birthName: event.currentTarget.value })}
          />
          <TextInput
            id={fieldId('recherche-givenName')}
            label="Premier prénom, en entier"
            autoComplete="off"
            maxLength={100}
            value={typed.givenName}
            error={errorOf('givenName')}
            onChange={(event) => set({ givenName: event.currentTarget.value })}
          />
        </div>
        <div className={styles.acts}>
          <Button
            type="submit"
            loading={search.isPending}
            leftSection={<IconSearch size={18} stroke={1.9} aria-hidden="true" />}
          >
            Chercher
          </Button>
        </div>
      </form>
      <div role="status">
        {search.isSuccess && search.data.length === 0 && (
          <p className={styles.after}>
            Personne ne porte exactement ces traits ici. Vérifiez la date et l’orthographe{NBSP}: chaque recherche est
            notée.
          </p>
        )}
      </div>
      {search.isSuccess && search.data.length > 0 && (
        <ul className={styles.hits}>
          {search.data.map((hit) => (
            <li key={hit.id}>
              <span>
                <strong>
                  {hit.birthName} {hit.givenNames}
                </strong>
                <span className="muted small">
                  {[birthWords(hit, now), hit.communeName].filter(Boolean).join(' · ')}
                </span>
              </span>
              {hit.withinReach ? (
                <span>
                  <Link to={`/${slug}/patients/${hit.id}`}>Ouvrir le dossier</Link>
                  <span className="muted small">il vous est déjà ouvert, sans exception</span>
                </span>
              ) : (
                <Button
                  variant="default"
                  aria-label={`C’est cette personne\u00a0: ${hit.birthName} ${hit.givenNames}`}
                  onClick={() => onChoose(hit)}
                >
                  C’est cette personne
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function ReasonForm({ hit, onBack }: { hit: ExceptionalHit; onBack: () => void }) {
  const { slug, context } = useEss();
  const navigate = useNavigate();
  const [code, setCode] = useState<ExceptionalReason | null>(null);
  const [text, setText] = useState('');
  const [attempt, setAttempt] = useState(0);
  const open = useOpenExceptional(slug);
  const title = useRef<HTMLHeadingElement>(null);
  const errors = attempt > 0 ? reasonErrors(code, text) : [];
  const errorOf = (field: string) => errors.find((error) => error.field === `raison-${field}`)?.message;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (!code || reasonErrors(code, text).length > 0) return;
    open.mutate(
      { patientId: hit.id, reasonCode: code, text: text.trim() },
      { onSuccess: () => void navigate(`/${slug}/patients/${hit.id}`) },
    );
  };
  return (
    <Sheet labelledBy="raison">
      <h2 id="raison" ref={title}>
        2. Pourquoi, maintenant
      </h2>
      <p className={styles.chosen}>
        <span>
          <strong>
            {hit.birthName} {hit.givenNames}
          </strong>
          <span className="muted small"> {birthWords(hit, new Date())}</span>
        </span>
        <Button variant="default" onClick={onBack}>
          Changer de personne
        </Button>
      </p>
      <form className={styles.form} onSubmit={submit} noValidate aria-label="Dire la raison">
        <ErrorSummary errors={errors} before="d’ouvrir" attempt={attempt} />
        <Refusal error={open.error} zone={context.ess.timezone} />
        <NativeSelect
          id={fieldId('raison-code')}
          label="Raison"
          autoFocus
          value={code ?? ''}
          error={errorOf('code')}
          data={[
            { value: '', label: 'Choisir la raison' },
            ...EXCEPTIONAL_REASONS.map((value) => ({ value, label: EXCEPTIONAL_REASON_LABELS[value] })),
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setCode(EXCEPTIONAL_REASONS.find((reason) => reason === value) ?? null);
          }}
        />
        <Textarea
          id={fieldId('raison-text')}
          label="En quelques mots"
          description={`Au moins ${EXCEPTIONAL_TEXT_MIN} caractères\u00a0: la personne qui relit l’accès les lira.`}
          autosize
          minRows={3}
          maxLength={1000}
          value={text}
          error={errorOf('text')}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={styles.acts}>
          <Button type="submit" loading={open.isPending}>
            Ouvrir pour {EXCEPTIONAL_MINUTES}
            {NBSP}minutes, et prévenir
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
