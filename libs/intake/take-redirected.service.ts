import { Injectable } from '@nestjs/common';
import type { PriorityClass, RequesterRole } from '#contracts/enums';
import { DirectorySetup, localTime, MembershipRow } from '#directory';
import type { EssRow } from '#directory';
import { emptyAnswers, formFor, hasForm, summaryLine } from '#forms';
import type { RequestAnswers } from '#forms';
import { Patients } from '#patients';
import { Clock, Database } from '#platform';
import type { Tx } from '#platform';
import { RequestRow, Requests } from '#requests';
import { fingerprintOf } from './fingerprint.ts';
import { identityOf, samePerson } from './patient-of-answers.ts';
import type { RequestContent } from './send-request.service.ts';

const QUESTION_MAX = 2000;

/** What one team sends of a request to another. */
export interface Redirected {
  /** Id of the request in the team that sends it: the copy is taken once. */
  sourceId: string;
  fromName: string;
  doctorName: string;
  advice: string;
  class: PriorityClass;
  authorId: string;
  organisationId: string;
  treatingDoctorId: string | null;
  requesterRole: RequesterRole;
  answers: RequestAnswers;
}

/** A request that another team redirects here becomes a request of this team, by the same author, with his words. */
@Injectable()
export class TakeRedirected {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly setup: DirectorySetup,
    private readonly patients: Patients,
    private readonly requests: Requests,
  ) {}

  /** Idempotent: the same source is taken once, whatever process dies. */
  async take(ess: EssRow, redirected: Redirected): Promise<void> {
    const ctx = { tenantId: ess.id, userId: null };
    await this.openDoor(ess, redirected);
    await this.database.tx(ctx, async (tx) => {
      // Two workers on one copy: the second waits, then finds it taken.
      await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [redirected.sourceId]);
      const taken = { tenantId: ess.id, draftId: redirected.sourceId };
      if (!(await tx.manager.existsBy(RequestRow, taken))) await this.copy(tx, ess, redirected);
    });
  }

  private async copy(tx: Tx, ess: EssRow, redirected: Redirected): Promise<void> {
    const form = formFor(ess.specialty);
    const answers = answersHere(ess, redirected);
    const identity = identityOf(answers);
    const { authorId, organisationId, treatingDoctorId, requesterRole } = redirected;
    const known = await samePerson(tx, organisationId, identity);
    const patient = known ? await this.patients.update(tx, known, identity) : await this.patients.create(tx, identity);
    await this.patients.linkOrganisation(tx, patient.id, organisationId);
    const content: RequestContent = { answers, requesterRole, emergencyAct: null };
    await this.requests.create(tx, ess, patient.key, {
      draftId: redirected.sourceId,
      fingerprint: fingerprintOf({ answers }),
      patientId: patient.id,
      ...{ authorId, organisationId, treatingDoctorId, requesterRole },
      takenBy: null,
      channel: 'form',
      reason: 'autre',
      communeInsee: answers.place.communeInsee || null,
      wishedModality: null,
      declaredClass: redirected.class,
      emergency: redirected.class === 'P0',
      content,
      summary: summaryLine(answers, form),
    });
  }

  /** The author follows his request here too: he becomes a requester of this team, for the same organisation. */
  private async openDoor(ess: EssRow, { authorId, organisationId, requesterRole }: Redirected): Promise<void> {
    const ctx = { tenantId: ess.id, userId: null };
    const isKnown = await this.database.tx(ctx, (tx) =>
      tx.manager.existsBy(MembershipRow, { tenantId: ess.id, professionalId: authorId, organisationId }),
    );
    if (isKnown) return;
    await this.setup.addMembership(ess.id, {
      professionalId: authorId,
      role: 'requester',
      requesterRole,
      organisationId,
      startsOn: localTime(this.clock.now(), ess.timezone).date,
    });
  }
}

/** A team with a form of its own takes the patient, the place and the words; signs and measures stay in the words. */
function answersHere(ess: EssRow, { answers, fromName, doctorName, advice, class: value }: Redirected): RequestAnswers {
  const said = `Réorientée par ${fromName}, ${doctorName}\u00a0: ${advice}\nQuestion d’origine\u00a0: ${answers.question}`;
  return {
    ...emptyAnswers(formFor(ess.specialty)),
    reason: 'autre',
    reasonOther: `Réorientation de ${fromName}`.slice(0, 200),
    patient: { ...answers.patient, patientId: null },
    place: answers.place,
    treatingDoctor: answers.treatingDoctor,
    organisationId: answers.organisationId,
    callbackPhone: answers.callbackPhone,
    medications: answers.medications,
    medicationsStatus: answers.medicationsStatus,
    allergies: answers.allergies,
    question: said.slice(0, QUESTION_MAX),
    declaredClass: value,
    consent: answers.consent,
  };
}

export const takesRedirections = (ess: EssRow): boolean => hasForm(ess.specialty);
