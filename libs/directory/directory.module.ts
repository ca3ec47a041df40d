import { Global, Module } from '@nestjs/common';
import { DirectorySetup } from './directory-setup.service.ts';
import { Directory } from './directory.service.ts';
import { EssRow } from './ess.entity.ts';
import { CommuneRow, MembershipRow, OnCallRow, OrganisationRow, ProfessionalRow } from './people.entity.ts';
import { HandOvers } from './hand-over.ts';
import { Roster } from './roster.service.ts';

export const DIRECTORY_ENTITIES = [EssRow, CommuneRow, MembershipRow, OnCallRow, OrganisationRow, ProfessionalRow];

@Global()
@Module({
  providers: [Directory, DirectorySetup, Roster, HandOvers],
  exports: [Directory, DirectorySetup, Roster, HandOvers],
})
export class DirectoryModule {}
