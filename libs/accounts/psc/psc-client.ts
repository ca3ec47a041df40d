import * as openid from 'openid-client';
import { DomainError } from '#contracts';
import { outgoingFetch } from '#platform';
import type { PscConfig } from '#platform';
import { ASKED_ACR, checkAcr } from './claims.ts';
import { PscRefusal } from './refusal.ts';

/** The addresses and keys of the provider are asked again after this. */
const DISCOVERY_MINUTES = 60;
const TIMEOUT_SECONDS = 8;
/** Clocks of two houses never agree to the second. */
const CLOCK_SKEW_SECONDS = 30;

/** What the browser must bring back, and what never leaves this house. */
export interface RoundSecrets {
  state: string;
  nonce: string;
  verifier: string;
}

export interface PscAnswer {
  /** To end the session at the provider. */
  idToken: string;
  /** Checked to be those of the subject of the token. */
  userinfo: unknown;
}

/** The conversation with Pro Santé Connect: OpenID Connect, code flow with PKCE, the secret on this side alone. */
export class PscClient {
  private known: { provider: openid.Configuration; until: number } | null = null;

  constructor(
    private readonly config: PscConfig,
    private readonly redirectUri: string,
    private readonly now: () => Date,
  ) {}

  newSecrets(): RoundSecrets {
    return {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
    };
  }

  /** Where to send the browser. `fresh`: the person proves again who he is, whatever the provider remembers. */
  async authorizationUrl({ state, nonce, verifier }: RoundSecrets, fresh: boolean): Promise<string> {
    const url = openid.buildAuthorizationUrl(await this.provider(), {
      redirect_uri: this.redirectUri,
      scope: this.config.scope,
      acr_values: ASKED_ACR,
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      // With a max_age the provider must say when the proof was given.
      ...(fresh && { prompt: 'login', max_age: '0' }),
    });
    return url.href;
  }

  /**
   * Exchanges the code and reads who it is. Checked: state, issuer of the answer, issuer, audience, dates, nonce and
   * signature of the token, its level, and that the claims are of the same subject.
   * @throws PscRefusal
   */
  async exchange(
    answer: { code: string; state: string; iss?: string },
    secrets: RoundSecrets,
    freshSince: number | null,
  ): Promise<PscAnswer> {
    if (answer.state !== secrets.state) throw new PscRefusal('state');
    const provider = await this.provider();
    const url = new URL(this.redirectUri);
    for (const [name, value] of Object.entries(answer)) if (value !== undefined) url.searchParams.set(name, value);
    const tokens = await this.orRefuse(
      openid.authorizationCodeGrant(provider, url, {
        expectedState: secrets.state,
        expectedNonce: secrets.nonce,
        pkceCodeVerifier: secrets.verifier,
        idTokenExpected: true,
      }),
    );
    const claims = tokens.claims();
    if (!claims || !tokens.id_token) throw new PscRefusal('token');
    checkAcr(claims.acr);
    if (freshSince !== null) checkFresh(claims.auth_time, freshSince);
    const userinfo = await this.orRefuse(openid.fetchUserInfo(provider, tokens.access_token, claims.sub));
    return { idToken: tokens.id_token, userinfo };
  }

  /** Where to send the browser so that the session ends there too; null when the provider has no such page. */
  async endSessionUrl(idToken: string, afterwards: string): Promise<string | null> {
    const provider = await this.provider();
    if (!provider.serverMetadata().end_session_endpoint) return null;
    return openid.buildEndSessionUrl(provider, { id_token_hint: idToken, post_logout_redirect_uri: afterwards }).href;
  }

  private async provider(): Promise<openid.Configuration> {
    if (this.known && this.known.until > this.now().getTime()) return this.known.provider;
    const provider = await this.discover();
    this.known = { provider, until: this.now().getTime() + DISCOVERY_MINUTES * 60_000 };
    return provider;
  }

  private async discover(): Promise<openid.Configuration> {
    const { discoveryUrl, clientId, clientSecret, localOrigin } = this.config;
    const call = outgoingFetch({ localOrigins: localOrigin ? [localOrigin] : [] });
    const options: openid.DiscoveryRequestOptions = {
      [openid.customFetch]: (url, { method, headers, body, signal }) => call(url, { method, headers, body, signal }),
      timeout: TIMEOUT_SECONDS,
      execute: [
        // The signature is checked too, not only the channel the token came by.
        openid.enableNonRepudiationChecks,
        ...(localOrigin ? [openid.allowInsecureRequests] : []),
      ],
    };
    const secret = openid.ClientSecretPost(clientSecret);
    const provider = await openid
      .discovery(new URL(discoveryUrl), clientId, undefined, secret, options)
      .catch((error: unknown) => Promise.reject(silent(error)));
    this.checkMetadata(provider.serverMetadata());
    return provider;
  }

  /** The library does not check the issuer of a discovery document with a name of its own: it must be where we asked. */
  private checkMetadata(metadata: Readonly<openid.ServerMetadata>): void {
    const expected = this.config.discoveryUrl.replace(/\/\.well-known\/[^/]+$/, '');
    if (metadata.issuer !== expected) throw new PscRefusal('provider');
    const local = (url: URL): boolean => url.origin === this.config.localOrigin;
    for (const endpoint of [metadata.authorization_endpoint, metadata.end_session_endpoint]) {
      if (endpoint === undefined) continue;
      const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
      if (!url || (url.protocol !== 'https:' && !local(url))) throw new PscRefusal('provider');
    }
  }

  /** Whatever goes wrong there is one refusal here; the answer itself is written nowhere. */
  private async orRefuse<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof PscRefusal) throw error;
      throw new PscRefusal('token', error);
    }
  }
}

const silent = (cause: unknown): DomainError => {
  const error = new DomainError(
    'unavailable',
    'Pro Santé Connect ne répond pas pour l’instant. Recommencez dans une minute, ou connectez-vous avec votre mot de passe.',
  );
  error.cause = cause;
  return error;
};

/** @throws PscRefusal `not-fresh` when the provider does not say that the proof was given during this round. */
function checkFresh(authTime: unknown, since: number): void {
  if (typeof authTime !== 'number' || authTime * 1000 < since - CLOCK_SKEW_SECONDS * 1000)
    throw new PscRefusal('not-fresh');
}
