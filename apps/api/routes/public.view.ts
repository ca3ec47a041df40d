import type { Specialty } from '#contracts/enums';

export class EssListItemView {
  slug: string;
  name: string;
  specialty: Specialty;
  region: string;
}

export class CommuneView {
  inseeCode: string;
  name: string;
}

export class HealthView {
  status: 'ok';
}

export class ReadyView {
  database: boolean;
  queue: boolean;
  migrations: boolean;
}

export class DemonstrationAccountView {
  email: string;
  password: string;
  role: string;
  ess: string;
  name: string;
  /** Of the second factor, as the telephone would show it: the next one when the current one has served. */
  code: string;
  codeSecondsLeft: number;
}

export class SinkMailView {
  at: string;
  from: string;
  to: string;
  subject: string;
  text: string;
}
