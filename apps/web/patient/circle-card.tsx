import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useEss } from '../layout/ess-shell.tsx';
import { formatPhone, upperFirst } from '../ui/format.ts';
import { Sheet } from '../ui/sheet.tsx';
import { Avatar } from '../ui/tag.tsx';
import { CircleForm } from './circle-form.tsx';
import { usePatientAct } from './patient-api.ts';
import styles from './patient.module.css';
import { Refusal } from './refusal.tsx';
import type { CircleMember, PatientPage } from './views.ts';
import { periodWords, relativeWords } from './words.ts';

/** His care circle: who takes care of him and who of his own may be spoken to, each in a period. */
export function CircleCard({ page }: { page: PatientPage }) {
  const { context } = useEss();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const mayWrite = context.me.permissions.includes('patient.circle') && !page.readOnly && !page.erased;
  const current = page.circle.filter(({ live }) => live);
  const others = page.circle.filter(({ live }) => !live);
  return (
    <Sheet quiet labelledBy="cercle">
      <h2 id="cercle">Cercle de soins</h2>
      {current.length === 0 && <p className="muted">Personne n’y est encore.</p>}
      <ul className={styles.people}>
        {current.map((member) => (
          <Member key={member.id} member={member} page={page} mayEnd={mayWrite} />
        ))}
      </ul>
      {others.length > 0 && (
        <details className={styles.more}>
          <summary>Avant, ou à venir ({others.length})</summary>
          <ul className={styles.people}>
            {others.map((member) => (
              <Member key={member.id} member={member} page={page} mayEnd={false} />
            ))}
          </ul>
        </details>
      )}
      {mayWrite && !open && (
        <Button ref={opener} variant="default" mt={10} onClick={() => setOpen(true)}>
          Ajouter quelqu’un…
        </Button>
      )}
      {mayWrite && open && (
        <CircleForm
          page={page}
          onClose={() => {
            setOpen(false);
            requestAnimationFrame(() => opener.current?.focus());
          }}
        />
      )}
    </Sheet>
  );
}

function Member({ member, page, mayEnd }: { member: CircleMember; page: PatientPage; mayEnd: boolean }) {
  const { slug, context } = useEss();
  const act = usePatientAct(slug, page.id);
  const role = member.kind === 'relative' ? upperFirst(relativeWords(member.link)) : member.role;
  return (
    <li>
      <Avatar name={member.name} size={32} />
      <span className={styles.person}>
        <strong>{member.name}</strong>
        <span className="muted small">
          {[role, periodWords(member), member.kind === 'relative' && !member.mayTalk && 'ne pas lui en parler']
            .filter(Boolean)
            .join(' · ')}
        </span>
        {member.phone && <a href={`tel:${member.phone.replace(/[^\d+]/g, '')}`}>{formatPhone(member.phone)}</a>}
        <Refusal error={act.error} zone={context.ess.timezone} />
      </span>
      {mayEnd && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={act.isPending}
          aria-label={`Retirer ${member.name} du cercle`}
          onClick={() => act.mutate({ act: 'end', memberId: member.id })}
        >
          Retirer
        </Button>
      )}
    </li>
  );
}
