import { Module } from '@nestjs/common';
import { Departures } from './departures.service.ts';
import { Elsewhere } from './elsewhere.service.ts';
import { EssSettings } from './ess-settings.service.ts';
import { Invitations } from './invitations.service.ts';
import { MessageLinks } from './message-links.service.ts';
import { People } from './people.service.ts';
import { PlatformPeople } from './platform-people.service.ts';
import { Platform } from './platform.service.ts';
import { Roles } from './roles.service.ts';
import { Standing } from './standing.service.ts';

const SERVICES = [
  ...[Departures, Elsewhere, EssSettings, Invitations, MessageLinks],
  ...[People, Platform, PlatformPeople, Roles, Standing],
];

/** Who is of an ESS, how he comes and how he leaves. */
@Module({ providers: SERVICES, exports: SERVICES })
export class PeopleModule {}
