import { Controller, Get, Inject } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentMember } from '#accounts';
import { Directory, Roster } from '#directory';
import type { Member } from '#directory';
import { CONFIG, Database } from '#platform';
import type { Config } from '#platform';
import { bandOf } from '#triage';
import { ContextView } from './context.view.ts';

@ApiTags('context')
@ApiParam({ name: 'ess', description: 'slug of the ESS' })
@Controller('api/e/:ess/context')
export class ContextController {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly roster: Roster,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Allow('ess.context')
  @Get()
  async context(@CurrentMember() member: Member): Promise<ContextView> {
    const { ess } = member;
    const { presence, person } = await this.database.tx(member.ctx, async (tx) => ({
      presence: await this.roster.presence(tx, ess),
      person: await this.directory.person(tx, member.professionalId),
    }));
    const { slug, name, specialty, region, phone, timezone, triageMode, protocolSignature } = ess;
    return {
      ess: { slug, name, specialty, region, phone, timezone, triageMode },
      protocol: protocolSignature
        ? { id: protocolSignature.protocol, version: protocolSignature.version, band: bandOf(ess) }
        : null,
      openNow: presence.openNow,
      nextOpeningAt: presence.nextOpeningAt?.toISOString() ?? null,
      staffed: presence.staffed,
      onCall: presence.onCall ? { name: presence.onCall.name } : null,
      hours: ess.hours.weekly,
      demonstration: this.config.demonstration,
      me: {
        professionalId: member.professionalId,
        displayName: member.displayName,
        roles: member.roles,
        requesterRole: member.requesterRole,
        phone: person.phone,
        permissions: [...member.permissions],
        organisations: member.organisations,
      },
    };
  }
}
