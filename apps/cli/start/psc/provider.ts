import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { JsonWebKey } from 'node:crypto';
import { interactionPolicy, Provider, type Configuration } from 'oidc-provider';
import { choicePage, errorPage, leavingPage, leftPage } from './pages.ts';
import type { FictitiousPerson } from './people.ts';

const REALM = '/auth/realms/esante-wallet';
const ENDPOINTS = `${REALM}/protocol/openid-connect`;
export const DISCOVERY_PATH = `${REALM}/.well-known/wallet-openid-configuration`;
const CHOICE = /^\/choix\/([\w-]+)$/;

const CLAIMS = [
  'SubjectNameID',
  'given_name',
  'family_name',
  'preferred_username',
  'Secteur_Activite',
  'SubjectOrganization',
  'SubjectOrganizationID',
  'SubjectRole',
  'SubjectRefPro',
  'otherIds',
  'PSI_Locale',
  'Mode_Acces_Raison',
  'UITVersion',
  'Palier_Authentification',
  'Acces_Regulation_Medicale',
];

export interface ProviderOptions {
  /** As browser and api both reach it: « http://localhost:4000 ». */
  origin: string;
  host: string;
  port: number;
  client: { id: string; secret: string; redirectUri: string; afterSignOut: string };
  people: readonly FictitiousPerson[];
  /** RSA, private. */
  key: JsonWebKey;
  cookieSecret: string;
  /** A test breaks the answers here. */
  customise?: (provider: Provider) => void;
}

/**
 * A provider of this machine that speaks the endpoints, the discovery name and the claims of Pro Santé Connect, and
 * believes whoever picks a person. For the demonstration and for tests: production refuses its address at boot.
 */
export async function openProvider(options: ProviderOptions): Promise<Server> {
  const provider = new Provider(`${options.origin}${REALM}`, configurationOf(options));
  options.customise?.(provider);
  const answer = provider.callback();
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path === DISCOVERY_PATH) request.url = '/.well-known/openid-configuration';
    if (path === '/favicon.ico') response.writeHead(204).end();
    else if (CHOICE.test(path)) void choose(provider, options.people, request, response);
    else void answer(request, response);
  });
  server.listen(options.port, options.host);
  await once(server, 'listening');
  return server;
}

function configurationOf({ client, people, key, cookieSecret }: ProviderOptions): Configuration {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirectUri],
        post_logout_redirect_uris: [client.afterSignOut],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...key, kty: 'RSA', use: 'sig', alg: 'RS256', kid: 'demonstration' }] },
    cookies: {
      keys: [cookieSecret],
      names: { session: 'psc_fictif', interaction: 'psc_fictif_choix', resume: 'psc_fictif_reprise' },
    },
    acrValues: ['eidas1'],
    scopes: ['openid', 'scope_all'],
    claims: { openid: ['sub'], scope_all: CLAIMS },
    pkce: { required: () => true },
    ttl: { AccessToken: 120, AuthorizationCode: 60, Grant: 3600, IdToken: 120, Interaction: 600, Session: 4 * 3600 },
    routes: {
      authorization: `${ENDPOINTS}/auth`,
      token: `${ENDPOINTS}/token`,
      userinfo: `${ENDPOINTS}/userinfo`,
      end_session: `${ENDPOINTS}/logout`,
      jwks: `${ENDPOINTS}/certs`,
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => void (ctx.body = leavingPage(form)),
        postLogoutSuccessSource: (ctx) => void (ctx.body = leftPage()),
      },
    },
    interactions: { policy, url: (_ctx, interaction) => `/choix/${interaction.uid}` },
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage(out.error);
    },
    findAccount: (_ctx, subject) => {
      const person = people.find((candidate) => candidate.subject === subject);
      return person && { accountId: subject, claims: () => claimsOf(person) };
    },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope('openid scope_all');
      await grant.save();
      return grant;
    },
  };
}

function claimsOf({ subject, givenName, familyName, exercices }: FictitiousPerson) {
  const activity = exercices[0]?.activities[0];
  return {
    sub: `f:fictif:${subject}`,
    SubjectNameID: subject,
    given_name: givenName,
    family_name: familyName,
    preferred_username: subject,
    Secteur_Activite: activity ? `${activity.codeSecteurDactivite}^1.2.250.1.71.4.2.4` : '',
    SubjectOrganization: activity?.raisonSocialeSite ?? '',
    SubjectOrganizationID: '',
    SubjectRole: exercices.map(({ codeProfession }) => `${codeProfession}^1.2.250.1.213.1.1.5.5`),
    SubjectRefPro: { codeCivilite: '', exercices },
    otherIds: [],
    PSI_Locale: '1.2.250.1.213.1.3.1.1',
    Mode_Acces_Raison: '',
    UITVersion: '1.0',
    Palier_Authentification: 'APPPRIP3^1.2.250.1.213.1.5.1.1.1',
    Acces_Regulation_Medicale: 'FAUX',
  };
}

const LONGEST_FORM = 1024;

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LONGEST_FORM) throw new Error('form too long');
  }
  return new URLSearchParams(text);
}

/** The page of the choice, and what follows it. */
async function choose(
  provider: Provider,
  people: readonly FictitiousPerson[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const html = (status: number, content: string): void => {
    response
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(content);
  };
  try {
    await provider.interactionDetails(request, response);
    if (request.method !== 'POST') return html(200, choicePage(people, request.url ?? ''));
    const form = await readForm(request);
    const person = people.find(({ subject }) => subject === form.get('subject'));
    const result = person
      ? { login: { accountId: person.subject, acr: 'eidas1' } }
      : { error: 'access_denied', error_description: 'abandon' };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  } catch (error) {
    html(400, errorPage(error instanceof Error ? error.name : 'erreur'));
  }
}
