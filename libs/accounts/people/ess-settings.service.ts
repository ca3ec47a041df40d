import { Inject, Injectable } from '@nestjs/common';
import { Directory, EssRow } from '#directory';
import type { Member } from '#directory';
import { Audit, BUS, Database } from '#platform';
import type { Bus } from '#platform';
import type { EssSettingsDto } from './people.dto.ts';
import type { EssSettingsView } from './people.view.ts';

/** What an ESS chooses for itself. */
@Injectable()
export class EssSettings {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly audit: Audit,
    @Inject(BUS) private readonly bus: Bus,
  ) {}

  async read(member: Member): Promise<EssSettingsView> {
    const row = await this.database.global((manager) => manager.findOneByOrFail(EssRow, { id: member.ess.id }));
    return { sharingDefault: row.sharingDefault, accessListNames: row.accessListNames };
  }

  async change(member: Member, settings: EssSettingsDto): Promise<EssSettingsView> {
    const { sharingDefault, accessListNames } = settings;
    await this.database.tx(member.ctx, async (tx) => {
      await tx.manager.update(EssRow, { id: member.ess.id }, { sharingDefault, accessListNames });
      await this.audit.line(tx, {
        action: 'settings.changed',
        resource: 'ess',
        resourceId: member.ess.id,
        reason: `partage : ${sharingDefault}, noms : ${accessListNames ? 'oui' : 'non'}`,
      });
    });
    this.directory.forget(member.ess.id);
    // Every api keeps the ESS in memory: told at once.
    await this.bus.publish({ tenant: member.ess.id, room: 'ess', kind: 'ess.changed', id: member.ess.id });
    return { sharingDefault, accessListNames };
  }
}
