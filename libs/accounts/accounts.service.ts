import { Injectable } from '@nestjs/common';
import { Clock, Database, uuidv7 } from '#platform';
import { AccountRow } from './account.entity.ts';
import { hashPassword } from './passwords.ts';

@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the account. */
  async create(professionalId: string, email: string, password: string): Promise<string> {
    return this.createHashed(professionalId, email, await hashPassword(password));
  }

  /** Who runs the platform: opens ESS, reaches no file. */
  async makePlatformAdmin(accountId: string): Promise<void> {
    await this.database.global((manager) => manager.update(AccountRow, { id: accountId }, { platformAdmin: true }));
  }

  /** For many accounts with one password: hashed once. */
  async createHashed(professionalId: string, email: string, passwordHash: string): Promise<string> {
    const createdAt = this.clock.now();
    const row: AccountRow = {
      id: uuidv7(createdAt),
      professionalId,
      email: email.trim().toLowerCase(),
      passwordHash,
      wrappedKey: Buffer.alloc(0),
      platformAdmin: false,
      pscSubject: null,
      passwordChangedAt: createdAt,
      disabledAt: null,
      platformDisabledAt: null,
      createdAt,
    };
    await this.database.global((manager) => manager.insert(AccountRow, row));
    return row.id;
  }
}
