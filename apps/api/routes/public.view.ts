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
}

export class SinkMailView {
  at: string;
  from: string;
  to: string;
  subject: string;
  text: string;
}
