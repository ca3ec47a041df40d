import { Global, Module } from '@nestjs/common';
import { Directory } from './directory.service.ts';
import { EssRow } from './ess.entity.ts';
import { CommuneRow, MembershipRow, OnCallRow, OrganisationRow, ProfessionalRow } from './people.entity.ts';
import { Roster } from './roster.service.ts';

export const DIRECTORY_ENTITIES = [EssRow, CommuneRow, MembershipRow, OnCallRow, OrganisationRow, ProfessionalRow];

@Global()
@Module({
  providers: [Directory, Roster],
  exports: [Directory, Roster],
})
export class DirectoryModule {}
