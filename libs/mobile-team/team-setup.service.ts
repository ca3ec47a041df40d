import { Injectable } from '@nestjs/common';
import type { Equipment } from '#contracts/care';
import { Clock, Database, uuidv7 } from '#platform';
import { TeamMemberRow, TeamRow } from './tables/team.entity.ts';

export interface TeamPlace {
  label: string;
  lat: number;
  lng: number;
}

export interface NewTeam {
  name: string;
  /** Index of the palette. */
  colour: number;
  equipment: Equipment[];
  start: TeamPlace;
  /** Where it starts, when absent. */
  end?: TeamPlace;
  /** Minutes of the local day: 8 h 30 is 510. */
  shiftFrom: number;
  shiftTo: number;
  /** Professionals; each needs the role `mobile_nurse` to see the tour. */
  memberIds: string[];
}

/** Opens the mobile teams of an ESS: the demonstration and the tests use it; screens come later. */
@Injectable()
export class TeamSetup {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async create(tenantId: string, team: NewTeam): Promise<string> {
    const id = uuidv7(this.clock.now());
    const { start, end = start, memberIds, ...columns } = team;
    await this.database.tx({ tenantId, userId: null }, async (tx) => {
      await tx.manager.insert(TeamRow, {
        tenantId,
        id,
        ...columns,
        startLabel: start.label,
        startLat: start.lat,
        startLng: start.lng,
        endLabel: end.label,
        endLat: end.lat,
        endLng: end.lng,
      });
      if (memberIds.length > 0)
        await tx.manager.insert(
          TeamMemberRow,
          memberIds.map((professionalId) => ({ tenantId, teamId: id, professionalId })),
        );
    });
    return id;
  }
}
