import { runMigrations as migrateQueue } from 'bullmq';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { Database } from './database.ts';
import { FirstLight20261121180000 } from './migrations/20261121180000-first-light.ts';
import { FromDecisionToReception20261121220000 } from './migrations/20261121220000-from-decision-to-reception.ts';
import { Attachments20261121220500 } from './migrations/20261121220500-attachments.ts';
import { MobileTeam20261121221000 } from './migrations/20261121221000-mobile-team.ts';
import { MailRecipientsAndFacts20261121221500 } from './migrations/20261121221500-mail-recipients-and-facts.ts';
import { KeyRotation20261121224500 } from './migrations/20261121224500-key-rotation.ts';
import { PatientErasure20261121224600 } from './migrations/20261121224600-patient-erasure.ts';
import { Retention20261121224700 } from './migrations/20261121224700-retention.ts';
import { Trust20261122013000 } from './migrations/20261122013000-trust.ts';
import { SignIn20261122014000 } from './migrations/20261122014000-sign-in.ts';
import { Oversight20261122014500 } from './migrations/20261122014500-oversight.ts';
import { People20261122015000 } from './migrations/20261122015000-people.ts';
import { PatientReach20261122020000 } from './migrations/20261122020000-patient-reach.ts';
import { PscRounds20261122020500 } from './migrations/20261122020500-psc-rounds.ts';
import { OneLiveInvitation20261122050000 } from './migrations/20261122050000-one-live-invitation.ts';
import { FileOfItsVisit20261122060000 } from './migrations/20261122060000-file-of-its-visit.ts';
import { HandedOverIsNotTakingPart20261122060500 } from './migrations/20261122060500-handed-over-is-not-taking-part.ts';
import { ClosedByThePlatform20261122061000 } from './migrations/20261122061000-closed-by-the-platform.ts';
import { PatientFamily20261122080000 } from './migrations/20261122080000-patient-family.ts';
import { ReachByFamily20261122090000 } from './migrations/20261122090000-reach-by-family.ts';

/** Forward only, in sorted order. */
export const MIGRATIONS = [
  FirstLight20261121180000,
  FromDecisionToReception20261121220000,
  Attachments20261121220500,
  MobileTeam20261121221000,
  MailRecipientsAndFacts20261121221500,
  KeyRotation20261121224500,
  PatientErasure20261121224600,
  Retention20261121224700,
  Trust20261122013000,
  SignIn20261122014000,
  Oversight20261122014500,
  People20261122015000,
  PatientReach20261122020000,
  PscRounds20261122020500,
  OneLiveInvitation20261122050000,
  FileOfItsVisit20261122060000,
  HandedOverIsNotTakingPart20261122060500,
  ClosedByThePlatform20261122061000,
  PatientFamily20261122080000,
  ReachByFamily20261122090000,
];

const QUEUE_SCHEMA = 'bullmq';

const QUEUE_RIGHTS = `
grant usage, create on schema ${QUEUE_SCHEMA} to guichet_system;
grant select, insert, update, delete, truncate on all tables in schema ${QUEUE_SCHEMA} to guichet_system;
grant usage, select, update on all sequences in schema ${QUEUE_SCHEMA} to guichet_system;
grant execute on all functions in schema ${QUEUE_SCHEMA} to guichet_system;
`;

/**
 * Brings the database to the newest schema: our tables, then the queue's own. Idempotent.
 * The three login roles must exist; `ownerUrl` connects as `guichet_owner`.
 */
export async function migrate(ownerUrl: string, options: { log: (line: string) => void }): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    logging: false,
  });
  await source.initialize();
  try {
    const done = await source.runMigrations({ transaction: 'each' });
    await source.query('grant select on migration to guichet_app');
    for (const migration of done) options.log(`migration ${migration.name}`);
  } finally {
    await source.destroy();
  }
  await migrateQueueSchema(ownerUrl);
}

async function migrateQueueSchema(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await migrateQueue(client, QUEUE_SCHEMA);
    await client.query(QUEUE_RIGHTS);
  } finally {
    await client.end();
  }
}

/** Names of the migrations the build knows and the database lacks. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  const done: { name: string }[] = await database.global((manager) => manager.query('select name from migration'));
  return missingMigrations(done.map((row) => row.name));
}

export function missingMigrations(done: readonly string[]): string[] {
  return MIGRATIONS.map((Migration) => new Migration().name).filter((name) => !done.includes(name));
}
