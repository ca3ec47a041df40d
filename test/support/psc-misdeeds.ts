import { newSigningKey } from '../../apps/cli/start/psc/keys.ts';
import { signToken, type Misdeed } from './psc-provider.ts';

const strangerKey = newSigningKey();
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (): number => Math.floor(Date.now() / 1000);

/** What a broken or hostile provider may answer: none of it may open a session. */
export const MISDEEDS: readonly (readonly [what: string, misdeed: Misdeed])[] = [
  ['another level than the one asked', { token: (claims) => ({ ...claims, acr: 'eidas0' }) }],
  ['a higher level than the one asked', { token: (claims) => ({ ...claims, acr: 'eidas3' }) }],
  ['another issuer', { token: (claims) => ({ ...claims, iss: 'https://elsewhere.example/auth' }) }],
  ['another audience', { token: (claims) => ({ ...claims, aud: 'another-client' }) }],
  ['several audiences, for another party', { token: (claims) => ({ ...claims, aud: [claims['aud'], 'b'], azp: 'b' }) }],
  ['another nonce', { token: (claims) => ({ ...claims, nonce: 'another' }) }],
  ['no nonce', { token: ({ nonce: _gone, ...claims }) => claims }],
  ['a token that is over', { token: (claims) => ({ ...claims, iat: seconds() - 900, exp: seconds() - 600 }) }],
  ['a token of the future', { token: (claims) => ({ ...claims, nbf: seconds() + 600 }) }],
  ['a token without an end', { token: ({ exp: _gone, ...claims }) => claims }],
  ['a token signed by a stranger', { rawToken: (_token, claims) => signToken(claims, strangerKey) }],
  ['a token signed by a key of no name', { rawToken: (_t, claims) => signToken(claims, strangerKey, { kid: 'x' }) }],
  ['a token signed by nobody', { rawToken: (_t, claims) => `${encode({ alg: 'none' })}.${encode(claims)}.` }],
  [
    'a token changed after its signature',
    {
      rawToken: (token, claims) => {
        const [header = '', , signature = ''] = token.split('.');
        return [header, encode({ ...claims, sub: 'f:fictif:899999999999' }), signature].join('.');
      },
    },
  ],
  ['a token that is none', { rawToken: () => 'token' }],
  ['claims of another subject', { userinfo: (claims) => ({ ...claims, sub: 'f:fictif:899999999999' }) }],
  ['claims without a subject', { userinfo: ({ sub: _gone, ...claims }) => claims }],
  ['claims without SubjectNameID', { userinfo: ({ SubjectNameID: _gone, ...claims }) => claims }],
  ['the identifier of an establishment', { userinfo: (claims) => ({ ...claims, SubjectNameID: '1580008803' }) }],
];
