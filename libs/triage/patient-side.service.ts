import { Injectable } from '@nestjs/common';
import { PATIENT_PLACE_LABELS } from '#contracts/enums';
import { Directory, localTime } from '#directory';
import type { EssRow } from '#directory';
import { ageOn, Circle, Consents, listName, mayTalkTo, Patients, sharingOf } from '#patients';
import { Clock } from '#platform';
import type { Tx } from '#platform';
import type { OpenedRequest } from '#requests';
import type { PatientFileView } from './request-file.view.ts';

type Around = Pick<PatientFileView, 'mayTalkTo' | 'mayTalkToLines' | 'sharing'>;

/** Of who was erased nobody is left to speak to. */
const NOTHING_LEFT: Around = { mayTalkTo: [], mayTalkToLines: [], sharing: 'unknown' };

/** The patient as one of his requests shows him: who and where, to whom one may speak, what he said of sharing. */
@Injectable()
export class PatientSide {
  constructor(
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly patients: Patients,
    private readonly circle: Circle,
    private readonly consents: Consents,
  ) {}

  async view(tx: Tx, ess: EssRow, { row, identity, status, key }: OpenedRequest): Promise<PatientFileView> {
    const commune = identity.communeInsee ? await this.directory.commune(tx, identity.communeInsee) : null;
    return {
      id: row.patientId,
      displayName: listName(identity),
      birthName: identity.birthName,
      usedName: identity.usedName,
      givenNames: identity.givenNames,
      sex: identity.sex,
      birthDate: identity.birthDate,
      age: ageOn(identity.birthDate, localTime(this.clock.now(), ess.timezone).date),
      phone: identity.phone,
      insMatricule: identity.insMatricule,
      identityStatus: status,
      contactName: identity.contactName,
      contactPhone: identity.contactPhone,
      place: identity.place,
      placeLabel: identity.place ? PATIENT_PLACE_LABELS[identity.place] : '',
      communeName: commune?.name ?? null,
      address: identity.address,
      accessNotes: identity.accessNotes,
      mobility: identity.mobility,
      ...(key.erased === undefined ? await this.around(tx, ess, row.patientId) : NOTHING_LEFT),
    };
  }

  private async around(tx: Tx, ess: EssRow, patientId: string): Promise<Around> {
    const family = await this.patients.family(tx, patientId);
    const keys = await this.patients.keysOf(tx, family);
    const people = await this.circle.of(tx, family, keys, ess.timezone);
    const relatives = people.filter(({ kind, live, mayTalk }) => kind === 'relative' && live && mayTalk);
    return {
      mayTalkTo: relatives.map(({ id, name, link, phone }) => ({ id, name, link, phone })),
      mayTalkToLines: mayTalkTo(relatives),
      sharing: sharingOf(await this.consents.of(tx, family, keys)).state,
    };
  }
}
