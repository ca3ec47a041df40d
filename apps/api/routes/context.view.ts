import type { Permission } from '#contracts';
import type { MemberRole, RequesterRole, Specialty, TriageMode } from '#contracts/enums';
import { OrganisationRefView } from '#accounts';

export class EssContextView {
  slug: string;
  name: string;
  specialty: Specialty;
  region: string;
  phone: string;
  timezone: string;
  triageMode: TriageMode;
}

export class ProtocolContextView {
  id: string;
  version: string;
  /** « Protocole de démonstration, non validé », or null once a clinician has signed. */
  band: string | null;
}

export class OnCallView {
  name: string;
}

export class WeeklyHoursView {
  weekday: number;
  opens: string;
  closes: string;
}

export class MeView {
  professionalId: string;
  displayName: string;
  roles: MemberRole[];
  requesterRole: RequesterRole | null;
  phone: string | null;
  permissions: Permission[];
  organisations: OrganisationRefView[];
}

export class ContextView {
  ess: EssContextView;
  protocol: ProtocolContextView | null;
  openNow: boolean;
  nextOpeningAt: string | null;
  /** Somebody answers now. False is said before sending. */
  staffed: boolean;
  onCall: OnCallView | null;
  hours: WeeklyHoursView[];
  demonstration: boolean;
  me: MeView;
}
