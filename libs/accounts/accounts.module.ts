import { Global, Module } from '@nestjs/common';
import { AccountRow, SessionRow } from './account.entity.ts';
import { Accounts } from './accounts.service.ts';
import { Rights } from './rights.service.ts';
import { Sessions } from './sessions.service.ts';

export const ACCOUNTS_ENTITIES = [AccountRow, SessionRow];

@Global()
@Module({ providers: [Accounts, Rights, Sessions], exports: [Accounts, Rights, Sessions] })
export class AccountsModule {}
