import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { DomainError, notFound } from '#contracts';
import { Clock, Database, uuidv7 } from '#platform';
import { AccountRow } from './account.entity.ts';
import type { FactorsView } from './account.view.ts';
import { AccountJournal } from './account-journal.service.ts';
import { Devices } from './devices.service.ts';
import { FactorRow, RecoveryCodeRow } from './factor.entity.ts';
import type { FactorWay } from './factor-ways.ts';
import type { Principal } from './principal.ts';
import { hashOfRecoveryCode, newRecoveryCode, RECOVERY_CODES } from './recovery-codes.ts';
import { Sessions } from './sessions.service.ts';

/** The second factors of an account, and the codes for the day the telephone is lost. */
@Injectable()
export class Factors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: AccountJournal,
    private readonly devices: Devices,
    private readonly sessions: Sessions,
  ) {}

  /** Confirmed ones, the oldest first. */
  confirmed(accountId: string): Promise<FactorRow[]> {
    return this.database.global((manager) =>
      manager
        .createQueryBuilder(FactorRow, 'factor')
        .where('factor.accountId = :accountId and factor.confirmedAt is not null', { accountId })
        .orderBy('factor.createdAt')
        .getMany(),
    );
  }

  /** The best first: a key cannot be told to a false site. */
  async ways(accountId: string): Promise<FactorWay[]> {
    const kinds = new Set((await this.confirmed(accountId)).map(({ kind }) => kind));
    if (kinds.size === 0) return [];
    const ways: FactorWay[] = [];
    if (kinds.has('webauthn')) ways.push('webauthn');
    if (kinds.has('totp')) ways.push('totp');
    if ((await this.codesLeft(accountId)) > 0) ways.push('recovery');
    return ways;
  }

  async list(accountId: string): Promise<FactorsView> {
    const rows = await this.confirmed(accountId);
    return {
      factors: rows.map(({ id, kind, label, createdAt, lastUsedAt }) => ({
        id,
        kind,
        label,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
      recoveryCodesLeft: await this.codesLeft(accountId),
      pscLinked: await this.isLinkedToPsc(accountId),
    };
  }

  private isLinkedToPsc(id: string): Promise<boolean> {
    return this.database.global((manager) => manager.existsBy(AccountRow, { id, pscSubject: Not(IsNull()) }));
  }

  /** The last one stays: a professional is never left with his password alone. */
  async remove(principal: Principal, id: string): Promise<void> {
    const { accountId, kind } = principal;
    const label = await this.database.global(async (manager) => {
      await manager.query('select 1 from account where id = $1 for update', [accountId]);
      const rows: { id: string; label: string }[] = await manager.query(
        'select id, label from factor where account_id = $1 and confirmed_at is not null',
        [accountId],
      );
      const found = rows.find((row) => row.id === id);
      if (!found) throw notFound();
      if (rows.length === 1 && kind === 'professional') {
        throw new DomainError(
          'factor.invalid',
          'C’est votre seul second facteur. Ajoutez-en un autre, puis supprimez celui-ci.',
        );
      }
      await manager.delete(FactorRow, { id, accountId });
      return found.label;
    });
    await this.journal.factor(principal, 'factor.removed', label);
  }

  /** Ten new ones; those of before are dead. */
  async renewCodes(principal: Principal): Promise<string[]> {
    const codes = await this.writeCodes(principal.accountId);
    await this.journal.factor(principal, 'factor.added', 'codes de secours');
    return codes;
  }

  /** The ten codes of a first factor; null when the account has some already. */
  async firstCodes(accountId: string): Promise<string[] | null> {
    return (await this.codesLeft(accountId)) > 0 ? null : this.writeCodes(accountId);
  }

  /** @returns false when it is none of the account's, or was used. */
  async useCode(accountId: string, code: string): Promise<boolean> {
    const used: unknown[] = await this.database.global((manager) =>
      manager.query(
        `with used as (
           update recovery_code set used_at = $3
            where account_id = $1 and code_hash = $2 and used_at is null returning id
         ) select id from used`,
        [accountId, hashOfRecoveryCode(code), this.clock.now()],
      ),
    );
    return used.length > 0;
  }

  /** After the loss of everything: the account sets up its second factor again at its next sign-in. */
  async reset(accountId: string): Promise<void> {
    await this.database.global(async (manager) => {
      await manager.delete(FactorRow, { accountId });
      await manager.delete(RecoveryCodeRow, { accountId });
    });
    await this.devices.forgetTrust(accountId);
    await this.sessions.endAllOf(accountId);
  }

  /** For the tests, which know the codes of everybody. */
  async giveCodes(accountId: string, codes: readonly string[]): Promise<void> {
    const createdAt = this.clock.now();
    const rows = codes.map((code) => ({
      id: uuidv7(createdAt),
      accountId,
      codeHash: hashOfRecoveryCode(code),
      createdAt,
      usedAt: null,
    }));
    await this.database.global((manager) => manager.insert(RecoveryCodeRow, rows));
  }

  private async writeCodes(accountId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    await this.database.global((manager) => manager.delete(RecoveryCodeRow, { accountId }));
    await this.giveCodes(accountId, codes);
    return codes;
  }

  private codesLeft(accountId: string): Promise<number> {
    return this.database.global((manager) =>
      manager
        .createQueryBuilder(RecoveryCodeRow, 'code')
        .where('code.accountId = :accountId and code.usedAt is null', { accountId })
        .getCount(),
    );
  }
}
