import { Global, Module } from '@nestjs/common';
import { AccountJournal } from './account-journal.service.ts';
import { AccountKeys } from './account-keys.service.ts';
import { AccountPasswords } from './account-passwords.service.ts';
import { AccountRow, SessionRow } from './account.entity.ts';
import { Accounts } from './accounts.service.ts';
import { Challenges } from './challenges.service.ts';
import { Devices } from './devices.service.ts';
import { Enrolment } from './enrolment.service.ts';
import { DeviceRow, FactorRow, RecoveryCodeRow } from './factor.entity.ts';
import { Factors } from './factors.service.ts';
import { Guesses } from './guesses.service.ts';
import { KeyFactors } from './key-factors.service.ts';
import { Principals } from './principals.service.ts';
import { PscAccounts } from './psc/psc-accounts.service.ts';
import { PscKept } from './psc/psc-kept.service.ts';
import { PscRounds } from './psc/psc-rounds.service.ts';
import { Psc } from './psc/psc.service.ts';
import { Rights } from './rights.service.ts';
import { SecondStep } from './second-step.service.ts';
import { Sessions } from './sessions.service.ts';
import { SignIn } from './sign-in.service.ts';
import { TotpFactors } from './totp-factors.service.ts';

export const ACCOUNTS_ENTITIES = [AccountRow, SessionRow, FactorRow, RecoveryCodeRow, DeviceRow];

const SERVICES = [
  Accounts,
  AccountJournal,
  AccountKeys,
  AccountPasswords,
  Challenges,
  Devices,
  Enrolment,
  Factors,
  Guesses,
  KeyFactors,
  Principals,
  Psc,
  PscAccounts,
  PscKept,
  PscRounds,
  Rights,
  SecondStep,
  Sessions,
  SignIn,
  TotpFactors,
];

@Global()
@Module({ providers: SERVICES, exports: SERVICES })
export class AccountsModule {}
