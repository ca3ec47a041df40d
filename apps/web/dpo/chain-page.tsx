import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { messageOf } from '../api/errors.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { formatCivilDate, formatMoment, NBSP, plural } from '../ui/format.ts';
import { NotLoaded } from '../ui/not-loaded.tsx';
import { Notice, Sheet, StateLabel } from '../ui/sheet.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import styles from './dpo.module.css';
import { oversightApi, oversightKeys } from './oversight-api.ts';
import type { ChainCheck, ChainState } from './views.ts';

const TONES = { intact: 'done', broken: 'error', unanchored: 'watch' } as const;
const VERDICT_WORDS = {
  intact: 'La chaîne est intacte.',
  broken: 'La chaîne est rompue.',
  unanchored: 'La chaîne se suit, sans ancre pour la comparer.',
} as const;

/** Where the chain stands, the walk of the whole of it, and what the night deleted. */
export function ChainPage() {
  const { slug, context } = useEss();
  const zone = context.ess.timezone;
  usePageTitle(`Chaîne et conservation, ${context.ess.name}`);
  const client = useQueryClient();
  const state = useQuery({ queryKey: oversightKeys.state(slug), queryFn: oversightApi(slug).state });
  const verify = useMutation({
    mutationFn: oversightApi(slug).verify,
    onSuccess: () => void client.invalidateQueries({ queryKey: oversightKeys.state(slug) }),
  });
  return (
    <>
      <h1>Chaîne et conservation</h1>
      <div className={styles.columns}>
        <Sheet labelledBy="chaine">
          <h2 id="chaine">Chaîne du journal</h2>
          {state.isPending && <ListSkeleton rows={2} rowHeight={72} />}
          <NotLoaded query={state} />
          {state.data && <State state={state.data} zone={zone} />}
          <p className={styles.act}>
            <Button loading={verify.isPending} onClick={() => verify.mutate()}>
              Vérifier maintenant
            </Button>
          </p>
          <div role="status">{verify.data && <Checked check={verify.data} zone={zone} />}</div>
          {verify.isError && (
            <Notice tone="error" role="alert">
              {messageOf(verify.error)}
            </Notice>
          )}
        </Sheet>
        <Sheet labelledBy="conservation">
          <h2 id="conservation">Conservation</h2>
          <dl className={styles.pairs}>
            <dt>Dossiers</dt>
            <dd>
              5{NBSP}ans actifs, puis 15{NBSP}ans d’archive, puis effacés
            </dd>
            <dt>Traces de connexion, courriels, journaux techniques</dt>
            <dd>12{NBSP}mois</dd>
            <dt>Positions des équipes</dt>
            <dd>
              2{NBSP}mois au plus{NBSP}; cette version n’en garde aucune
            </dd>
            <dt>Journal des accès</dt>
            <dd>Autant que le dossier qu’il prouve</dd>
          </dl>
          {state.data && <LastNight run={state.data.retention} zone={zone} />}
        </Sheet>
      </div>
    </>
  );
}

function State({ state, zone }: { state: ChainState; zone: string }) {
  const { head, anchor } = state;
  return (
    <>
      {state.late && (
        <Notice tone="error" role="alert">
          Des lignes attendent leur sceau depuis plus d’une minute{NBSP}: le service d’arrière-plan ne tourne pas.
          Prévenez l’hébergeur.
        </Notice>
      )}
      <dl className={styles.pairs}>
        <dt>Dernière ligne scellée</dt>
        <dd>
          {head ? (
            <>
              n°{NBSP}
              {head.seq}
              {state.lastSealedAt && `, ${formatMoment(state.lastSealedAt, zone)}`}
              <small>
                empreinte <code>{head.hash}…</code>
              </small>
            </>
          ) : (
            'Aucune'
          )}
        </dd>
        <dt>Pas encore scellées</dt>
        <dd>{state.unsealed === 0 ? 'Aucune' : plural(state.unsealed, 'ligne', 'lignes')}</dd>
        <dt>Dernière ancre, hors de la base</dt>
        <dd>
          {anchor ? (
            <>
              {formatMoment(anchor.at, zone)}
              {anchor.seq !== null && `, ligne n°${NBSP}${anchor.seq}`}
              <small>{plural(anchor.count, 'relevé', 'relevés')}</small>
            </>
          ) : (
            'Fichier gardé sur une autre machine'
          )}
        </dd>
      </dl>
      {anchor?.broken && (
        <Notice tone="error" role="alert">
          Le fichier des ancres a été modifié.
        </Notice>
      )}
    </>
  );
}

function Checked({ check, zone }: { check: ChainCheck; zone: string }) {
  return (
    <Notice tone={TONES[check.verdict]}>
      <strong>{VERDICT_WORDS[check.verdict]}</strong>
      <ul>
        {check.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="muted small">
        {formatMoment(check.at, zone)}, en {String(check.seconds).replace('.', ',')}
        {NBSP}s
      </p>
    </Notice>
  );
}

function LastNight({ run, zone }: { run: ChainState['retention']; zone: string }) {
  if (!run) {
    return (
      <p className="muted">
        Aucun passage encore. Il a lieu chaque nuit entre 3{NBSP}h et 6{NBSP}h, heure de l’équipe.
      </p>
    );
  }
  return (
    <>
      <p>
        <StateLabel tone={run.doneAt ? 'done' : 'watch'}>
          {run.doneAt
            ? `Dernier passage${NBSP}: ${formatMoment(run.doneAt, zone)}`
            : `Passage du ${formatCivilDate(run.day)} interrompu, il sera repris`}
        </StateLabel>
      </p>
      <ul className={styles.counts}>
        {run.counts.map(({ says, count }) => (
          <li key={says}>
            <span>{says}</span>
            <span className="num">{count}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
