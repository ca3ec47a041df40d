import { Injectable } from '@nestjs/common';
import { Directory, isDesk } from '#directory';
import type { Member } from '#directory';
import { Patients } from '#patients';
import { Database } from '#platform';
import type { Sex } from '#contracts/enums';
import { openRequestsOf, toOpenRequestView } from './duplicates.ts';
import type { OpenRequestView, PatientHitView, PatientIdentityView, ProfessionalHitView } from './intake.view.ts';

/** What the form looks up while it is filled: patients within reach, professionals, open requests. */
@Injectable()
export class Lookup {
  constructor(
    private readonly database: Database,
    private readonly patients: Patients,
    private readonly directory: Directory,
  ) {}

  searchPatients(member: Member, birthDate: string, name: string): Promise<PatientHitView[]> {
    return this.database.tx(member.ctx, async (tx) => {
      const hits = await this.patients.search(tx, member, birthDate, name);
      const views: PatientHitView[] = [];
      for (const hit of hits) {
        const open = await openRequestsOf(tx, member, hit.id);
        views.push({
          ...hit,
          sex: hit.sex as Sex,
          openRequests: open.map((request) => toOpenRequestView(member.ess.specialty, request)),
        });
      }
      return views;
    });
  }

  patientIdentity(member: Member, id: string): Promise<PatientIdentityView> {
    return this.database.tx(member.ctx, async (tx) => {
      const identity = await this.patients.identity(tx, member, id);
      const commune = identity.communeInsee ? await this.directory.commune(tx, identity.communeInsee) : null;
      return { id, ...identity, communeName: commune?.name ?? '' };
    });
  }

  /** Only what the member may know: the desk sees any open request of the patient, a requester those he could open. */
  async duplicates(member: Member, patientId: string, reason: string): Promise<OpenRequestView[]> {
    return this.database.tx(member.ctx, async (tx) => {
      await this.patients.identity(tx, member, patientId);
      const open = await openRequestsOf(tx, member, patientId);
      return open
        .filter((request) => request.reason === reason)
        .map((request) => toOpenRequestView(member.ess.specialty, request));
    });
  }

  /** The desk sees direct lines; a requester looks for a treating doctor by name. */
  async professionals(member: Member, query: string): Promise<ProfessionalHitView[]> {
    const hits = await this.database.tx(member.ctx, (tx) => this.directory.searchProfessionals(tx, query));
    const views = hits.map((hit) => ({
      ...hit,
      organisations: hit.organisations as ProfessionalHitView['organisations'],
    }));
    return isDesk(member) ? views : views.map((hit) => ({ ...hit, phone: null }));
  }
}
