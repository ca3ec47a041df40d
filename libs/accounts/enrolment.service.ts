import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { DomainError } from '#contracts';
import { AccountJournal } from './account-journal.service.ts';
import type { NewTotpView } from './account.view.ts';
import { Factors } from './factors.service.ts';
import { Guesses } from './guesses.service.ts';
import { KeyFactors } from './key-factors.service.ts';
import type { Principal } from './principal.ts';
import { SecondStep } from './second-step.service.ts';
import { TotpFactors } from './totp-factors.service.ts';
import type { Started, Visit } from './visit.ts';

export interface Enrolled {
  /** Shown once; null when the account had some already. */
  recoveryCodes: string[] | null;
  /** Of a first factor: the session is open, under another token. */
  started: Started | null;
}

const APPLICATION = 'Application du téléphone';

/** Adds a second factor, the first one on the way in or another one later. */
@Injectable()
export class Enrolment {
  constructor(
    private readonly factors: Factors,
    private readonly totp: TotpFactors,
    private readonly keys: KeyFactors,
    private readonly guesses: Guesses,
    private readonly secondStep: SecondStep,
    private readonly journal: AccountJournal,
  ) {}

  beginTotp(principal: Principal, label: string | undefined): Promise<NewTotpView> {
    return this.totp.begin(principal, label?.trim() || APPLICATION);
  }

  /** @throws factor.invalid when the code is wrong. */
  async confirmTotp(principal: Principal, visit: Visit, id: string, code: string): Promise<Enrolled> {
    const { accountId, email, deviceId } = principal;
    const guesser = { email, address: visit.address, deviceId };
    const right = await this.guesses.attempt('factor', guesser, async () =>
      (await this.totp.confirm(accountId, id, code)) ? true : null,
    );
    if (!right) {
      throw new DomainError(
        'factor.invalid',
        'Ce code n’est pas celui de l’application. Vérifiez l’heure du téléphone, puis saisissez le code suivant.',
      );
    }
    return this.added(principal, visit, APPLICATION);
  }

  keyOptions(principal: Principal): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return this.keys.creationOptions(principal);
  }

  async addKey(principal: Principal, visit: Visit, response: unknown, label: string): Promise<Enrolled> {
    await this.keys.register(principal, response, label.trim() || 'Clé');
    return this.added(principal, visit, 'clé');
  }

  private async added(principal: Principal, visit: Visit, what: string): Promise<Enrolled> {
    const recoveryCodes = await this.factors.firstCodes(principal.accountId);
    await this.journal.factor(principal, 'factor.added', what);
    const started = principal.stage === 'enrol' ? await this.secondStep.passEnrolled(principal, visit) : null;
    return { recoveryCodes, started };
  }
}
