import { Button } from '@mantine/core';
import { IconArrowsJoin, IconArrowsSplit2, IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { DUPLICATE_REASON_LABELS, IDENTITY_STATUS_LABELS } from '#contracts/patient';
import { civilDay } from '../decision/instants.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { formatCivilDate, NBSP, plural } from '../ui/format.ts';
import { Sheet } from '../ui/sheet.tsx';
import { Tag } from '../ui/tag.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { keptFirst, pairLines } from './pair.ts';
import type { PairLine } from './pair.ts';
import { useDistinct, useMerge } from './patient-api.ts';
import styles from './patient.module.css';
import { Refusal } from './refusal.tsx';
import type { DuplicatePair, DuplicatePerson } from './views.ts';

const VERDICTS: Record<PairLine['verdict'], { word: string; Icon: typeof IconCheck }> = {
  same: { word: 'pareil', Icon: IconCheck },
  differs: { word: 'différent', Icon: IconX },
  one: { word: 'un seul le dit', Icon: IconQuestionMark },
};
const nameOf = ({ birthName, givenNames }: DuplicatePerson) => `${birthName} ${givenNames}`;

/** One pair: what agrees, what differs, then the two answers; what a merge does is said before it is done. */
export function PairCard({ pair, onJoined }: { pair: DuplicatePair; onJoined: (keptId: string) => void }) {
  const { slug, context } = useEss();
  const zone = context.ess.timezone;
  const toast = useUndoToast();
  const title = useId();
  const { a, b } = pair;
  const [joining, setJoining] = useState(false);
  const [keptId, setKeptId] = useState(() => keptFirst(a, b).id);
  const distinct = useDistinct(slug, () =>
    toast({ message: 'Deux personnes, noté\u00a0: cette paire ne revient plus.', seconds: 6 }),
  );
  const merge = useMerge(slug, ({ id }) => onJoined(id));
  const kept = keptId === b.id ? b : a;
  const other = kept === a ? b : a;
  return (
    <Sheet labelledBy={title}>
      <h2 id={title} className={styles.pairTitle}>
        {nameOf(a)} <span className="muted">et</span> {nameOf(b)}
      </h2>
      <p className={styles.tags}>
        {pair.why.map((why) => (
          <Tag key={why} tone="watch">
            {DUPLICATE_REASON_LABELS[why]}
          </Tag>
        ))}
      </p>
      <table className={styles.compare}>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Trait</span>
            </th>
            {[a, b].map((person, index) => (
              <th key={person.id} scope="col">
                <Link to={`/${slug}/patients/${person.id}`}>{index === 0 ? 'Premier dossier' : 'Second dossier'}</Link>
                <span className={styles.about}>
                  {plural(person.requestCount, 'demande', 'demandes')}
                  <br />
                  créé le{NBSP}
                  {formatCivilDate(civilDay(new Date(person.createdAt), zone))}
                  <br />
                  {IDENTITY_STATUS_LABELS[person.status]}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairLines(a, b).map((line) => {
            const { word, Icon } = VERDICTS[line.verdict];
            return (
              <tr key={line.label} data-verdict={line.verdict}>
                <th scope="row">
                  {line.label}
                  <span className={styles.verdict}>
                    <Icon size={14} stroke={2.2} aria-hidden="true" />
                    {word}
                  </span>
                </th>
                <td>{line.a || <span className="muted">non dit</span>}</td>
                <td>{line.b || <span className="muted">non dit</span>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Refusal error={distinct.error ?? merge.error} zone={zone} />
      {!joining && (
        <div className={styles.acts}>
          <Button
            variant="default"
            leftSection={<IconArrowsSplit2 size={18} stroke={1.9} aria-hidden="true" />}
            loading={distinct.isPending}
            onClick={() => distinct.mutate({ a: a.id, b: b.id })}
          >
            Ce sont deux personnes
          </Button>
          <Button
            variant="default"
            leftSection={<IconArrowsJoin size={18} stroke={1.9} aria-hidden="true" />}
            onClick={() => setJoining(true)}
          >
            C’est la même personne…
          </Button>
        </div>
      )}
      {joining && (
        <div className={styles.form} role="group" aria-label="Réunir les deux dossiers">
          <ChoiceField
            field={`garder-${a.id}`}
            legend={'Quelle identité garder\u00a0?'}
            choices={[a, b].map((person) => ({
              value: person.id,
              label: `${nameOf(person)} (${person === a ? 'premier' : 'second'} dossier)`,
              note: `${IDENTITY_STATUS_LABELS[person.status]}, ${plural(person.requestCount, 'demande', 'demandes')}`,
            }))}
            value={keptId}
            onChange={setKeptId}
          />
          <ul className={styles.undone}>
            <li>Les demandes des deux dossiers paraissent ensemble, sous «&nbsp;{nameOf(kept)}&nbsp;».</li>
            <li>
              L’identité du dossier «&nbsp;{nameOf(other)}&nbsp;» est gardée dans l’historique, sans servir tant qu’ils
              sont réunis.
            </li>
            <li>Cela se défait à tout moment, depuis la page du patient.</li>
          </ul>
          <div className={styles.acts}>
            <Button
              loading={merge.isPending}
              onClick={() => merge.mutate({ id: kept.id, otherId: other.id, version: kept.version })}
            >
              Réunir les deux dossiers
            </Button>
            <Button variant="default" onClick={() => setJoining(false)}>
              Pas encore
            </Button>
          </div>
        </div>
      )}
    </Sheet>
  );
}
