import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { ConfigError } from './config-error.ts';
import { isPublicAddress } from './net/public-address.ts';

/** Pro Santé Connect, as this deployment was registered there. */
export interface PscConfig {
  /** Its own name, not the usual one: `…/.well-known/wallet-openid-configuration`. */
  discoveryUrl: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  /** Origin of a provider of this machine, called in the clear: the demonstration's, never in production. */
  localOrigin: string | null;
}

const NEEDED = ['PSC_DISCOVERY_URL', 'PSC_CLIENT_ID', 'PSC_CLIENT_SECRET_FILE'] as const;
const USUAL_SCOPE = 'openid scope_all';
const DISCOVERY = /\/\.well-known\/(wallet-)?openid-configuration$/;

/**
 * All of it or none. `real`: real people's data, where no local provider is listened to.
 * @throws ConfigError with one French sentence that says what to do.
 */
export function pscOf(env: NodeJS.ProcessEnv, real: boolean): PscConfig | null {
  const missing = NEEDED.filter((name) => !env[name]);
  if (missing.length === NEEDED.length) return null;
  if (missing.length > 0) {
    throw new ConfigError(
      `Pro Santé Connect n’est réglé qu’à moitié\u00a0: indiquez aussi ${missing.join(' et ')}, ou retirez ${NEEDED.filter((name) => env[name]).join(' et ')}.`,
    );
  }
  const url = discoveryOf(env.PSC_DISCOVERY_URL ?? '');
  const local = isLocal(url);
  if (local && real) {
    throw new ConfigError(
      'PSC_DISCOVERY_URL désigne un fournisseur local, qui laisserait entrer n’importe qui\u00a0: indiquez l’adresse de Pro Santé Connect.',
    );
  }
  if (local && env.PSC_LOCAL_PROVIDER !== '1') {
    throw new ConfigError(
      'PSC_DISCOVERY_URL désigne un fournisseur local\u00a0: ajoutez PSC_LOCAL_PROVIDER=1 si c’est voulu, pour un essai.',
    );
  }
  return {
    discoveryUrl: url.href,
    clientId: env.PSC_CLIENT_ID ?? '',
    clientSecret: secretOf(env.PSC_CLIENT_SECRET_FILE ?? ''),
    scope: env.PSC_SCOPE || USUAL_SCOPE,
    localOrigin: local ? url.origin : null,
  };
}

function discoveryOf(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  const known = url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && DISCOVERY.test(url.pathname);
  if (!known || url.search || url.hash || url.username) {
    throw new ConfigError(
      'La variable PSC_DISCOVERY_URL attend une adresse qui finit par /.well-known/wallet-openid-configuration.',
    );
  }
  return url;
}

/** In the clear, or at an address of this machine or network. */
function isLocal({ protocol, hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol === 'http:' || (isIP(host) && !isPublicAddress(host))) return true;
  return !isIP(host) && (!host.includes('.') || /\.(localhost|local|internal)\.?$/.test(host));
}

function secretOf(path: string): string {
  let secret: string;
  try {
    secret = readFileSync(path, 'utf8').trim();
  } catch {
    throw new ConfigError(
      `Le secret de Pro Santé Connect ne se lit pas dans ${path}\u00a0: vérifiez PSC_CLIENT_SECRET_FILE et les droits du fichier.`,
    );
  }
  if (secret === '') throw new ConfigError('Le fichier de PSC_CLIENT_SECRET_FILE est vide\u00a0: mettez-y le secret.');
  return secret;
}
