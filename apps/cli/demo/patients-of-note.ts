import { listName, type PatientIdentity } from '#patients';
import type { RequestContent } from '#intake';
import { CLOSED_STATES } from '#contracts/transitions';
import type { Member } from '#directory';
import type { Cast } from './cast.ts';
import { localDay, shiftDay } from './data/calendar.ts';
import { CARDIO_ESTUAIRE } from './data/ess.ts';
import { DEMO_PEOPLE } from './data/people.ts';
import { draftIdOf } from './ids.ts';
import type { Stage } from './stage.ts';

interface Chosen {
  patientId: string;
  requestId: string;
  organisationId: string;
  authorId: string;
  hasIns: boolean;
}

const MINUTE_MS = 60_000;

/**
 * A few patients to look at: a qualified identity, a validated one, a circle, an agreement written, an opposition, and
 * one person sent twice under two spellings by two practices.
 * @returns how many requests were sent for it.
 */
export async function showPatients(stage: Stage, cast: Cast, now: Date): Promise<number> {
  const people = DEMO_PEOPLE.filter((person) => person.essSlug === CARDIO_ESTUAIRE.slug);
  const secretaryOf = people.find((person) => person.roles.includes('secretary'));
  if (!secretaryOf) return 0;
  const secretary = cast.member(secretaryOf);
  stage.clock.travelTo(new Date(now.getTime() - 50 * MINUTE_MS));
  const chosen = await openPatients(stage, secretary);
  const qualified = chosen.find((patient) => patient.hasIns);
  const others = chosen.filter((patient) => patient !== qualified);
  const [validated, opposed, twice] = others;
  if (!qualified || !validated || !opposed || !twice) return 0;
  await qualify(stage, secretary, qualified.patientId);
  await document(stage, secretary, validated.patientId, 'passeport');
  await surround(stage, cast, secretary, qualified, now);
  await stage.circle.add(secretary, validated.patientId, {
    ...{ kind: 'relative', name: 'Maryvonne Tanguy', link: 'conjoint', phone: '06 39 98 41 22', mayTalk: true },
    ...{ startsOn: shiftDay(localDay(now), -30), endsOn: shiftDay(localDay(now), 60), note: 'Le matin de préférence.' },
  });
  await stage.consents.record(secretary, opposed.patientId, {
    ...{ kind: 'opposition', mode: 'oral', at: stage.clock.now().toISOString() },
    note: 'Souhaite que seuls son médecin et le cardiologue qui le suit voient son dossier.',
  });
  const sender = people.find(
    (person) => person.roles.includes('requester') && cast.organisationId(person) !== twice.organisationId,
  );
  if (!sender) return 0;
  await sendTwin(stage, cast.member(sender), cast.organisationId(sender), twice);
  return 1;
}

/** Open requests whose patient may be shown with everything, oldest first, one a patient. */
function openPatients({ database }: Stage, secretary: Member): Promise<Chosen[]> {
  return database.tx(secretary.ctx, (tx) =>
    tx.manager.query(
      `select * from (
         select distinct on (r.patient_id) r.patient_id as "patientId", r.id as "requestId", r.author_id as "authorId",
                r.organisation_id as "organisationId", p.ins_index is not null as "hasIns", r.received_at
           from request r join patient p on p.tenant_id = r.tenant_id and p.id = r.patient_id
          where r.tenant_id = $1 and r.state <> all($2) and r.channel = 'form' and r.class <> 'P0' and r.declared_class <> 'P0'
          order by r.patient_id, r.received_at) one
        order by received_at, "requestId" limit 40`,
      [secretary.ess.id, [...CLOSED_STATES]],
    ),
  );
}

/** As if the national service had answered; here it is the demonstration that says so. */
async function qualify(stage: Stage, secretary: Member, patientId: string): Promise<void> {
  await document(stage, secretary, patientId, 'cni');
  await stage.database.tx(secretary.ctx, async (tx) => {
    const identity = await stage.patients.identityIn(tx, await stage.patients.standing(tx, patientId));
    const { birthName, givenNames, sex, birthDate } = identity;
    const traits = { birthName, givenNames, sex, birthDate, birthPlaceInsee: identity.birthPlaceInsee || '44184' };
    await stage.identities.retrieved(tx, patientId, { matricule: identity.insMatricule, oid: identity.insOid, traits });
  });
}

async function document(stage: Stage, secretary: Member, patientId: string, kind: 'cni' | 'passeport'): Promise<void> {
  const { version } = await stage.database.tx(secretary.ctx, (tx) => stage.patients.standing(tx, patientId));
  await stage.identities.checkDocument(secretary, patientId, { version, kind });
}

async function surround(stage: Stage, cast: Cast, secretary: Member, patient: Chosen, now: Date): Promise<void> {
  const { patientId } = patient;
  const at = stage.clock.now().toISOString();
  await stage.consents.record(secretary, patientId, { kind: 'information', mode: 'oral', at });
  stage.clock.advanceMinutes(1);
  await stage.consents.record(secretary, patientId, {
    ...{ kind: 'consent', mode: 'ecrit', at: stage.clock.now().toISOString() },
    note: 'Formulaire signé, remis au guichet.',
  });
  await stage.circle.add(secretary, patientId, {
    ...{ kind: 'relative', name: 'Armelle Kerdoncuff', link: 'fille', phone: '06 39 98 45 67', mayTalk: true },
    note: 'Joignable après 18 h.',
  });
  const inTeam = DEMO_PEOPLE.filter(
    (person) => person.essSlug === CARDIO_ESTUAIRE.slug && person.requesterRole === 'pharmacien',
  );
  const [pharmacist] = inTeam;
  if (!pharmacist) return;
  await stage.circle.add(secretary, patientId, {
    ...{ kind: 'professional', professionalId: cast.professionalId(pharmacist.email), role: 'Pharmacienne d’officine' },
    startsOn: shiftDay(localDay(now), -90),
  });
}

/** The same person, written otherwise by another practice, whose request is withdrawn at once: the file stays. */
async function sendTwin(stage: Stage, sender: Member, organisationId: string, twice: Chosen): Promise<void> {
  const { answers, identity } = await stage.database.tx(sender.ctx, async (tx) => {
    const row = await stage.requests.find(tx, twice.requestId);
    const opened = await stage.patients.open(tx, row.patientId);
    return { ...stage.requests.content<RequestContent>(row, opened.key), identity: opened.identity };
  });
  const patient = { ...answers.patient, patientId: null, birthName: misspelt(identity), insMatricule: '', insOid: '' };
  const treatingDoctor = {
    ...answers.treatingDoctor,
    kind: 'unknown' as const,
    name: '',
    rpps: '',
    professionalId: null,
  };
  const { id } = await stage.send.send(sender, draftIdOf(`twin of ${listName(identity)}`), {
    answers: { ...answers, patient, treatingDoctor, organisationId },
    duplicateSeen: true,
  });
  stage.clock.advanceMinutes(1);
  const { version } = await stage.database.tx({ tenantId: sender.ess.id, userId: null }, (tx) =>
    stage.evaluate.evaluate(tx, sender.ess, id),
  );
  stage.clock.advanceMinutes(1);
  await stage.decide.cancel(sender, id, version, 'Un confrère avait déjà fait la demande.');
}

/** One letter lost, as by a tired hand. */
const misspelt = ({ birthName }: PatientIdentity): string => birthName.slice(0, -2) + birthName.slice(-1);
