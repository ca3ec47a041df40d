import { Injectable } from '@nestjs/common';
import { RELATIVE_LINK_LABELS, type RelativeLink } from '#contracts/patient';
import type { EssRow } from '#directory';
import { Database } from '#platform';
import { Circle, type CirclePerson } from '../circle/circle.service.ts';
import { Consents } from '../consent/consents.service.ts';
import { sharingOf } from '../consent/sharing.ts';
import { listName } from '../identity.ts';
import { Patients } from '../patients.service.ts';
import { AccessList } from './access-list.service.ts';
import type { PatientSpaceView } from './patient-space.view.ts';

/** A patient's own page in one ESS: his circle, what he accepted or refused, who opened his file. */
@Injectable()
export class PatientSpace {
  constructor(
    private readonly database: Database,
    private readonly patients: Patients,
    private readonly access: AccessList,
    private readonly circle: Circle,
    private readonly consents: Consents,
  ) {}

  async open(ess: EssRow, accountId: string, patientId: string): Promise<PatientSpaceView> {
    const access = await this.access.forPatient(ess, accountId, patientId);
    return this.database.tx({ tenantId: ess.id, userId: accountId }, async (tx) => {
      const { identity } = await this.patients.open(tx, patientId);
      const family = await this.patients.family(tx, patientId);
      const keys = await this.patients.keysOf(tx, family);
      const said = await this.consents.of(tx, family, keys);
      const circle = await this.circle.of(tx, family, keys, ess.timezone);
      const { slug, name, phone, timezone } = ess;
      return {
        ess: { slug, name, phone, timezone },
        patient: { displayName: listName(identity), birthDate: identity.birthDate },
        sharing: sharingOf(said).state,
        circle: circle
          .filter(({ live }) => live)
          .map((person) => {
            const { kind, name: who, startsOn, endsOn } = person;
            return { kind, startsOn, endsOn, name: who, role: roleOf(person) };
          }),
        consents: said.map(({ kind, mode, at }) => ({ kind, mode, at: at.toISOString() })),
        access,
      };
    });
  }
}

const roleOf = ({ kind, role, link }: CirclePerson): string => {
  if (kind === 'relative') return link ? relativeWords(link) : 'Proche';
  return role || 'Professionnel de santé';
};

/** « Votre fille », of the desk's « sa fille ». */
export function relativeWords(link: RelativeLink): string {
  const words = RELATIVE_LINK_LABELS[link]
    .replace(/^(sa|son) /, 'votre ')
    .replace('partage sa vie', 'partage votre vie')
    .replace('qui le représente', 'qui vous représente')
    .replace('qui l’aide', 'qui vous aide')
    .replace('de son entourage', 'de votre entourage');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
