import type { ReactNode } from 'react';
import { IconPhone } from '@tabler/icons-react';
import { Link } from 'react-router';
import { MOBILITY_LABELS } from '#contracts/enums';
import { SHARING_STATE_LABELS } from '#contracts/patient';
import { showReference } from '#contracts/reference';
import { useEss } from '../layout/ess-shell.tsx';
import { TalkTo } from '../patient/talk-to.tsx';
import { ageWords, formatCivilDate, formatPhone, formatSoon } from '../ui/format.ts';
import { Tag } from '../ui/tag.tsx';
import { useNow } from '../ui/use-now.ts';
import { CLOCK_WORDS, clockOf } from './queue-rows.ts';
import styles from './request.module.css';
import type { RequestFile } from './views.ts';
import { consentWords, identityWords, sexWord, treatingDoctorWords } from './words.ts';

const BORN = { F: 'Née le', M: 'Né le', unknown: 'Naissance' } as const;
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

interface RequestHeaderProps {
  request: RequestFile;
  /** The only title of the screen on a phone. */
  asPageTitle: boolean;
  /** What must be read before the rest. */
  children?: ReactNode;
}

/** Who, where, who asks and how to reach them; and by when. */
export function RequestHeader({ request, asPageTitle, children }: RequestHeaderProps) {
  const { slug, context } = useEss();
  const now = new Date(useNow());
  const { patient, author } = request;
  const mayOpenPatient = context.me.permissions.includes('patient.read');
  const Title = asPageTitle ? 'h1' : 'h2';
  const consent = consentWords(request.answers.consent);
  const clock = clockOf(request);
  const place = [patient.placeLabel, patient.communeName].filter(Boolean).join(', ');
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <Title>{patient.displayName}</Title>
        <Tag>{[ageWords(patient.age), sexWord(patient.sex)].filter(Boolean).join(' · ')}</Tag>
        <Tag tone={request.patient.identityStatus === 'PROV' ? 'neutral' : 'done'}>
          {identityWords(patient.identityStatus)}
        </Tag>
        <Tag tone={consent.tone}>{consent.text}</Tag>
        {patient.sharing === 'opposed' && <Tag tone="error">{SHARING_STATE_LABELS.opposed}</Tag>}
        {mayOpenPatient && (
          <Link className={styles.file} to={`/${slug}/patients/${patient.id}`}>
            Dossier du patient
          </Link>
        )}
      </div>
      {children}
      <TalkTo relatives={patient.mayTalkTo} quiet />
      <p className={styles.who}>
        {place && `${place} · `}
        <strong>{author.displayName}</strong>, {lowerFirst(author.roleLabel)}, {author.organisationName} · reçue{' '}
        <time dateTime={request.receivedAt}>{formatSoon(request.receivedAt, now)}</time>
        {author.takenBy &&
          (request.channel === 'phone'
            ? `, prise au téléphone par ${author.takenBy}`
            : `, envoyée par ${author.takenBy} en son nom`)}{' '}
        · <span className={styles.reference}>{showReference(request.reference)}</span>
      </p>
      <p className={styles.clocks}>
        {clock && clock.kind !== 'due' && (
          <span>
            {CLOCK_WORDS[clock.kind]} <strong>{formatSoon(clock.at, now)}</strong>
          </span>
        )}
        {request.dueAt && clock?.kind !== 'call' && (
          <span>
            Réponse due <strong>{formatSoon(request.dueAt, now)}</strong>
          </span>
        )}
        <span className="muted">{request.stateLabel}</span>
      </p>
      <ul className={styles.phones} aria-label="Joindre">
        <Phone who={author.displayName} note="rappel" phone={author.callbackPhone || author.phone} first />
        <Phone who="Patient" phone={patient.phone} />
        <Phone
          who={patient.contactName || 'Proche'}
          note={patient.contactName ? 'proche' : undefined}
          phone={patient.contactPhone}
        />
      </ul>
      <dl className={styles.lines}>
        <Line label={BORN[patient.sex]} value={formatCivilDate(patient.birthDate)} />
        <Line label="INS" value={patient.insMatricule} />
        <Line label="Médecin traitant" value={treatingDoctorWords(request.treatingDoctorLabel)} />
        <Line label="Adresse" value={[patient.address, patient.communeName].filter(Boolean).join(', ')} />
        <Line label="Accès" value={patient.accessNotes} />
        <Line label="Mobilité" value={patient.mobility ? MOBILITY_LABELS[patient.mobility] : ''} />
        <Line label="Langue" value={request.answers.patient.language} />
      </dl>
    </header>
  );
}

function Phone({
  who,
  note,
  phone,
  first = false,
}: {
  who: string;
  note?: string;
  phone: string | null;
  first?: boolean;
}) {
  if (!phone) return null;
  return (
    <li>
      <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} data-first={first ? '' : undefined}>
        <IconPhone size={16} stroke={1.9} aria-hidden="true" />
        <span className="num">{formatPhone(phone)}</span>
        <span className={styles.phoneWho}>
          {who}
          {note && `, ${note}`}
        </span>
      </a>
    </li>
  );
}

function Line({ label, value }: { label: string; value: string }) {
  if (!value) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
