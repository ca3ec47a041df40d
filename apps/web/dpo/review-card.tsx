import { IconAlarm, IconArrowRight, IconKey, IconUsers } from '@tabler/icons-react';
import { formatCivilDate, formatMoment, formatTime, NBSP } from '../ui/format.ts';
import { StateLabel } from '../ui/sheet.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './dpo.module.css';
import { ReviewForm } from './review-form.tsx';
import { VERDICTS } from './verdicts.ts';
import type { ReviewItem } from './views.ts';

function when({ at, until, times }: ReviewItem, zone: string): string {
  const often = times > 1 ? `, ${times}${NBSP}ouvertures` : '';
  const last = formatTime(until, zone);
  return formatTime(at, zone) === last
    ? `${formatMoment(at, zone)}${often}`
    : `${formatMoment(at, zone)}${NBSP}–${NBSP}${last}${often}`;
}

/** One access: who, whose file, when, by which right, and what ties the two. */
export function ReviewCard({ item, zone }: { item: ReviewItem; zone: string }) {
  const { person, patient, review } = item;
  const titleId = `acces-${item.id}`;
  const Icon = item.kind === 'exceptional' ? IconKey : IconUsers;
  return (
    <article className={styles.card} data-late={item.late ? '' : undefined} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.who}>
        <span>
          {person.name}
          <small>{person.role}</small>
        </span>
        <span className={styles.whose}>
          <IconArrowRight size={18} stroke={1.9} aria-hidden="true" />
          <span>
            <span className="sr-only">a ouvert le dossier de </span>
            {patient.name}
            {patient.birthDate && <small>naissance le {formatCivilDate(patient.birthDate)}</small>}
          </span>
        </span>
      </h3>
      <p className={styles.facts}>
        <Tag tone={item.kind === 'exceptional' ? 'watch' : 'info'}>
          <Icon size={16} stroke={1.9} aria-hidden="true" />
          {item.kind === 'exceptional'
            ? `Accès exceptionnel${NBSP}: ${item.reasonLabel}`
            : `Motif${NBSP}: ${item.reasonLabel}`}
        </Tag>
        {item.links.map((link) => (
          <Tag key={link.kind} tone="waiting">
            {link.words}
          </Tag>
        ))}
        <span className={styles.when}>
          <time dateTime={item.at}>{when(item, zone)}</time>
        </span>
        {item.late && (
          <span className={styles.late}>
            <IconAlarm size={18} stroke={1.9} aria-hidden="true" />
            Attend depuis plus de 7{NBSP}jours
          </span>
        )}
      </p>
      {item.text && <blockquote className={styles.said}>{item.text}</blockquote>}
      {review ? (
        <div className={styles.given}>
          <StateLabel tone={VERDICTS[review.verdict].tone}>{VERDICTS[review.verdict].label}</StateLabel>
          <p>{review.note ?? 'Note effacée avec le dossier.'}</p>
          <p className="muted small">
            {review.byName}, {formatMoment(review.at, zone)}
          </p>
        </div>
      ) : item.own ? (
        <p className="muted">C’est votre accès{NBSP}: une autre personne le revoit.</p>
      ) : (
        <ReviewForm item={item} />
      )}
    </article>
  );
}
