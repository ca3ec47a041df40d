import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { DomainError } from '#contracts';
import { Clock, CONFIG, Database, sealJson, unsealJson, uuidv7 } from '#platform';
import type { Config } from '#platform';
import { AccountKeys } from './account-keys.service.ts';
import { Challenges } from './challenges.service.ts';
import { FactorRow } from './factor.entity.ts';
import { isAssertion, isRegistration, transportsOf } from './key-response.ts';
import type { Principal } from './principal.ts';
import { refuseOneMore } from './totp-factors.service.ts';

interface SealedKey {
  /** base64url */
  publicKey: string;
  transports: string[];
}

const place = (row: string) => ({ table: 'factor', column: 'sealed', row });
const MESSAGE = 'Cette clé n’a pas été reconnue. Recommencez, ou choisissez un autre moyen.';
const refused = () => new DomainError('factor.invalid', MESSAGE);

/** Security keys and the keys of a telephone or a computer (WebAuthn): they answer to this site alone. */
@Injectable()
export class KeyFactors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: AccountKeys,
    private readonly challenges: Challenges,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async creationOptions(principal: Principal): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const options = await generateRegistrationOptions({
      rpName: 'Guichet ESS',
      rpID: this.site.id,
      userName: principal.email,
      userDisplayName: principal.displayName,
      userID: new TextEncoder().encode(principal.accountId),
      attestationType: 'none',
      excludeCredentials: (await this.described(principal.accountId)).map(({ id, transports }) => ({ id, transports })),
      authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
    });
    await this.challenges.ask(principal.sessionId, 'create', options.challenge);
    return options;
  }

  /** @returns the id of the key. @throws factor.invalid */
  async register(principal: Principal, response: unknown, label: string): Promise<string> {
    const expectedChallenge = await this.challenges.take(principal.sessionId, 'create');
    if (!expectedChallenge || !isRegistration(response)) throw refused();
    const { registrationInfo } = await verified(() =>
      verifyRegistrationResponse({
        response,
        expectedChallenge,
        expectedOrigin: this.site.origin,
        expectedRPID: this.site.id,
        requireUserVerification: false,
      }),
    );
    if (!registrationInfo) throw refused();
    const { id: credentialId, publicKey, counter } = registrationInfo.credential;
    const now = this.clock.now();
    const id = uuidv7(now);
    await this.database.global(async (manager) => {
      await refuseOneMore(manager, principal.accountId);
      if (await manager.existsBy(FactorRow, { credentialId })) throw refused();
      const sealed: SealedKey = {
        publicKey: Buffer.from(publicKey).toString('base64url'),
        transports: transportsOf(response),
      };
      const row: FactorRow = {
        id,
        accountId: principal.accountId,
        kind: 'webauthn',
        label,
        sealed: sealJson(await this.keys.keyOf(manager, principal.accountId), place(id), sealed),
        credentialId,
        counter: String(counter),
        lastStep: null,
        createdAt: now,
        confirmedAt: now,
        lastUsedAt: null,
      };
      await manager.insert(FactorRow, row);
    });
    return id;
  }

  /** @param alone the key stands for the password too: it has to check its owner (a fingerprint, a PIN). */
  async requestOptions(
    { accountId, sessionId }: Pick<Principal, 'accountId' | 'sessionId'>,
    alone: boolean,
  ): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const known = await this.described(accountId);
    if (known.length === 0) throw refused();
    const options = await generateAuthenticationOptions({
      rpID: this.site.id,
      allowCredentials: known.map(({ id, transports }) => ({ id, transports })),
      userVerification: alone ? 'required' : 'preferred',
    });
    await this.challenges.ask(sessionId, alone ? 'unlock' : 'get', options.challenge);
    return options;
  }

  /** @returns the id of the key that answered the question asked last to this session; null when none did. */
  async check(
    { accountId, sessionId }: Pick<Principal, 'accountId' | 'sessionId'>,
    response: unknown,
    alone: boolean,
  ): Promise<string | null> {
    const expectedChallenge = await this.challenges.take(sessionId, alone ? 'unlock' : 'get');
    if (!expectedChallenge || !isAssertion(response)) return null;
    const known = (await this.described(accountId)).find(({ id }) => id === response.id);
    if (!known) return null;
    const { transports, counter } = known;
    const publicKey = new Uint8Array(Buffer.from(known.publicKey, 'base64url'));
    const answer = await verified(() =>
      verifyAuthenticationResponse({
        response,
        expectedChallenge,
        expectedOrigin: this.site.origin,
        expectedRPID: this.site.id,
        requireUserVerification: alone,
        credential: { id: known.id, publicKey, counter, transports },
      }),
    ).catch(() => null);
    if (!answer?.verified) return null;
    return (await this.count(known.factorId, counter, answer.authenticationInfo.newCounter)) ? known.factorId : null;
  }

  /** A key that counts must count upwards: a copy of it is found out. */
  private async count(id: string, before: number, after: number): Promise<boolean> {
    const counted: unknown[] = await this.database.global((manager) =>
      manager.query(
        `with counted as (
           update factor set counter = $3, last_used_at = $4 where id = $1 and counter = $2 returning id
         ) select id from counted`,
        [id, before, after, this.clock.now()],
      ),
    );
    return counted.length > 0;
  }

  private async described(accountId: string) {
    return this.database.global(async (manager) => {
      const rows = await manager.findBy(FactorRow, { accountId, kind: 'webauthn' });
      if (rows.length === 0) return [];
      const key = await this.keys.keyOf(manager, accountId);
      return rows.map((row) => ({
        factorId: row.id,
        id: row.credentialId ?? '',
        counter: Number(row.counter),
        ...unsealJson<SealedKey>(key, place(row.id), row.sealed),
      }));
    });
  }

  /** @throws factor.invalid where no key can be: browsers give none to a bare address. */
  private get site(): { id: string; origin: string } {
    const { hostname, origin } = new URL(this.config.publicUrl);
    if (isIP(hostname.replace(/^\[|\]$/g, ''))) {
      throw new DomainError(
        'factor.invalid',
        'Les clés demandent un nom de site. Ouvrez le guichet par son nom (par exemple localhost), pas par son adresse.',
      );
    }
    return { id: hostname, origin };
  }
}

/** The library speaks in exceptions of its own: what it refuses is refused in our words. */
async function verified<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch {
    throw refused();
  }
}
