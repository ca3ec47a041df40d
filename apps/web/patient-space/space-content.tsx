import type { ConsentKind, ConsentRecordMode, SharingState } from '#contracts/patient';
import { DownloadPdf } from '../reports/download-pdf.tsx';
import { formatCivilDate, formatDay, formatPhone, NBSP } from '../ui/format.ts';
import { Notice, Sheet } from '../ui/sheet.tsx';
import { AccessLines } from './access-lines.tsx';
import styles from './patient-space.module.css';
import { LIST_FILE, spaceApi } from './space-api.ts';
import type { PatientSpaceView } from './views.ts';

const KINDS: Record<ConsentKind, string> = {
  information: 'Vous avez été informé',
  consent: 'Vous avez accepté le partage',
  opposition: 'Vous avez refusé le partage',
  withdrawal: 'Vous êtes revenu sur votre choix',
};
const MODES: Record<ConsentRecordMode, string> = {
  oral: 'de vive voix',
  ecrit: 'par écrit',
  proche: 'par un proche',
  electronique: 'en ligne',
  impossible: 'dès que possible',
};
const SHARING: Record<SharingState, { tone: 'done' | 'watch' | 'neutral'; words: string }> = {
  consented: { tone: 'done', words: 'Vous avez accepté que l’équipe partage votre dossier.' },
  opposed: { tone: 'watch', words: 'Vous avez refusé le partage au-delà de ceux qui vous soignent.' },
  unknown: { tone: 'neutral', words: 'Vous n’avez pas encore fait de choix sur le partage de votre dossier.' },
};

export function SpaceContent({ space }: { space: PatientSpaceView }) {
  const { ess, patient, access } = space;
  const phone = <a href={`tel:${ess.phone}`}>{formatPhone(ess.phone)}</a>;
  return (
    <>
      <h1>{patient.displayName}</h1>
      <p className="soft">Naissance le {formatCivilDate(patient.birthDate)}</p>
      <div className={styles.columns}>
        <Sheet labelledBy="acces">
          <div className={styles.head}>
            <h2 id="acces">Qui a ouvert votre dossier</h2>
            <DownloadPdf ask={() => spaceApi.ownListPdf(ess.slug)} fileName={LIST_FILE} />
          </div>
          <p className="soft">
            Une ligne par personne et par jour.{' '}
            {access.namesShown ? 'L’équipe donne les noms.' : 'L’équipe donne le rôle et la structure, pas les noms.'}
          </p>
          <AccessLines list={access} />
        </Sheet>
        <div className={styles.side}>
          <Sheet labelledBy="cercle" quiet>
            <h2 id="cercle">Votre cercle de soins</h2>
            {space.circle.length === 0 && (
              <p>Personne n’y est inscrit. Dites à l’équipe qui peut parler de vous, au {phone}.</p>
            )}
            <ul className={styles.list}>
              {space.circle.map((member) => (
                <li key={`${member.name}${member.role}${member.startsOn}`}>
                  <strong>{member.name}</strong>
                  <span className="soft">{member.role}</span>
                  <span className="muted small">
                    Depuis le {formatCivilDate(member.startsOn)}
                    {member.endsOn && `, jusqu’au ${formatCivilDate(member.endsOn)}`}
                  </span>
                </li>
              ))}
            </ul>
          </Sheet>
          <Sheet labelledBy="choix" quiet>
            <h2 id="choix">Vos choix</h2>
            <Notice tone={SHARING[space.sharing].tone}>{SHARING[space.sharing].words}</Notice>
            <ul className={styles.list}>
              {space.consents.map((consent) => (
                <li key={`${consent.kind}${consent.at}`}>
                  <span>
                    {KINDS[consent.kind]}, {MODES[consent.mode]}
                  </span>
                  <time className="muted small" dateTime={consent.at}>
                    {formatDay(consent.at, ess.timezone)}
                  </time>
                </li>
              ))}
            </ul>
            <p>
              Vous pouvez changer d’avis à tout moment{NBSP}: appelez l’équipe au {phone}.
            </p>
          </Sheet>
          <Sheet labelledBy="desaccord" quiet>
            <h2 id="desaccord">Un accès vous surprend{NBSP}?</h2>
            <p>
              Appelez l’équipe au {phone} et demandez la personne chargée de la protection des données. Vous pouvez
              aussi adresser une plainte à la CNIL{NBSP}: cnil.fr.
            </p>
          </Sheet>
        </div>
      </div>
    </>
  );
}
