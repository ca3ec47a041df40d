import { MEMBER_ROLE_LABELS, REQUESTER_ROLE_LABELS } from '#contracts/enums';
import { RequestRow } from '#requests';
import { Cast, extendRoster } from './cast.ts';
import { localDay, momentOf, shiftDay } from './data/calendar.ts';
import { CARDIO_ESTUAIRE, DEMO_ESS } from './data/ess.ts';
import { personOf, SHOWN_ACCOUNTS } from './data/people.ts';
import { chronicle, STORY_DAYS } from './data/plan-story.ts';
import { sceneKey, sceneMoment } from './data/today.ts';
import type { DemoPerson } from './data/types.ts';
import { giveFactors } from './give-factors.ts';
import { openMissing, openTeams } from './open-teams.ts';
import { DEMO_PATIENT, openPatientSpace } from './patient-space.ts';
import { draftIdOf } from './ids.ts';
import { tellAccesses } from './tell-accesses.ts';
import { showPatients } from './patients-of-note.ts';
import { Player, type Played } from './player.ts';
import { onStage, type Stage } from './stage.ts';
import { lanesOf, stepsOf, type Step } from './steps.ts';
import { Timers } from './timers.ts';

/** One story for everybody: two people who start the demonstration on one day see the same patients. */
const SEED = 'estuaire';

export interface DemonstrationAccount {
  email: string;
  password: string;
  role: string;
  ess: string;
  /** « Dr Hélène Marchais » */
  name: string;
  /** Of the second factor: the page shows its codes. */
  totpSecret?: string;
}

export interface Telling {
  log: (line: string) => void;
  now: Date;
  /** Those of the last start, whose secrets stay; without a list, each account sets up its own factor at first. */
  known?: readonly { email: string; totpSecret: string }[];
}

export interface Told extends Played {
  accounts: DemonstrationAccount[];
}

/** Fills an empty database: two teams, their people, and ninety days of requests up to now. */
export async function seedDemonstration(env: NodeJS.ProcessEnv, { log, now, known }: Telling): Promise<Told> {
  const firstDay = shiftDay(localDay(now), -STORY_DAYS - 1);
  return onStage(env, momentOf(firstDay, 9 * 60), async (stage) => {
    await openTeams(stage, firstDay);
    const cast = await Cast.load(stage);
    await extendRoster(stage, cast, firstDay, now);
    const { all, added } = chronicle(SEED, [now]);
    const played = await playInLanes(env, cast, stepsOf(all, added, { since: null, now }));
    played.sent += await showPatients(stage, cast, now);
    await settle(stage, cast, now);
    await tellAccesses(env, cast, now);
    await openPatientSpace(stage, cast);
    return tell(log, played, await giveFactors(stage, shownAccounts(), known));
  });
}

/** Brings the demonstration to today: what was to come has happened, and the desk has work again. Idle on its own day. */
export async function rollForward(env: NodeJS.ProcessEnv, { log, now, known }: Telling): Promise<Told> {
  return onStage(env, now, async (stage) => {
    const cast = await openMissing(stage, localDay(now));
    await openPatientSpace(stage, cast);
    const accounts = await giveFactors(stage, shownAccounts(), known);
    const scenes = await pastScenes(stage, cast, now);
    const last = scenes.at(-1) ?? null;
    if (last && localDay(last) >= localDay(now)) return tell(log, NOTHING, accounts);
    await extendRoster(stage, cast, localDay(now), now);
    const { all, added } = chronicle(SEED, [...scenes, now]);
    const played = await playInLanes(env, cast, stepsOf(all, added, { since: last, now }));
    await settle(stage, cast, now);
    return tell(log, played, accounts);
  });
}

const NOTHING: Played = { sent: 0, acts: 0, refused: [], skipped: 0 };

/** Stories know nothing of each other: each lane has its own clock and keeps the order of time of its stories. */
const LANES = 3;

async function playInLanes(env: NodeJS.ProcessEnv, cast: Cast, steps: readonly Step[]): Promise<Played> {
  const played = await Promise.all(
    lanesOf(steps, LANES).map((lane) =>
      onStage(env, lane[0]?.at ?? new Date(0), (stage) => new Player(stage, cast).play(lane)),
    ),
  );
  return {
    sent: played.reduce((sum, one) => sum + one.sent, 0),
    acts: played.reduce((sum, one) => sum + one.acts, 0),
    refused: played.flatMap((one) => one.refused),
    skipped: played.reduce((sum, one) => sum + one.skipped, 0),
  };
}

/** Timers that rang meanwhile, and the facts of all that was told. */
async function settle(stage: Stage, cast: Cast, now: Date): Promise<void> {
  const timers = new Timers(stage);
  for (const { slug } of DEMO_ESS) {
    const ess = cast.essOf(slug);
    await timers.forget(ess, now);
    await timers.settle(ess, now);
    await stage.database.tx({ tenantId: ess.id, userId: null }, (tx) => stage.reporting.catchUp(tx));
  }
}

const FARTHEST_DAYS = 400;

/** Every moment at which today was told, read in the database itself: the first request of a scene gives it away. */
async function pastScenes({ database }: Stage, cast: Cast, now: Date): Promise<Date[]> {
  const { id: tenantId } = cast.essOf(CARDIO_ESTUAIRE.slug);
  const today = localDay(now);
  const days = Array.from({ length: FARTHEST_DAYS + 1 }, (_none, rank) => shiftDay(today, -rank));
  const rows: Pick<RequestRow, 'receivedAt'>[] = await database.tx({ tenantId, userId: null }, (tx) =>
    tx.manager
      .createQueryBuilder(RequestRow, 'request')
      .select(['request.tenantId', 'request.id', 'request.receivedAt'])
      .where('request.tenantId = :tenantId and request.draftId in (:...ids)', {
        tenantId,
        ids: days.map((day) => draftIdOf(sceneKey(day))),
      })
      .orderBy('request.receivedAt', 'ASC')
      .getMany(),
  );
  return rows.map((row) => sceneMoment(row.receivedAt));
}

function tell(log: (line: string) => void, played: Played, accounts: DemonstrationAccount[]): Told {
  log(`Démonstration : ${played.sent} demandes envoyées, ${played.acts} gestes de l’équipe.`);
  for (const refusal of played.refused) log(`Étape de démonstration laissée de côté : ${refusal}`);
  return { ...played, accounts };
}

/** The accounts shown to the visitor, one or two of each kind; every other person has the password of his kind. */
export function shownAccounts(): Omit<DemonstrationAccount, 'totpSecret'>[] {
  const staff = SHOWN_ACCOUNTS.map((email) => {
    const person = personOf(email);
    const name = [person.title, person.firstName, person.lastName].filter(Boolean).join(' ');
    return { email, password: person.password, role: roleOf(person), ess: person.essSlug, name };
  });
  return [...staff, DEMO_PATIENT];
}

function roleOf(person: DemoPerson): string {
  if (person.requesterRole) return REQUESTER_ROLE_LABELS[person.requesterRole];
  const [first] = person.roles;
  const role = person.roles.includes('medical_lead') ? 'medical_lead' : first;
  return role ? MEMBER_ROLE_LABELS[role] : '';
}
