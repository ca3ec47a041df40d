import { lookup } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** An address we do not call. The message names no address inside: it may be logged. */
export class OutgoingError extends Error {}

export interface ResolvedAddress {
  address: string;
  family: number;
}

export interface OutgoingRules {
  /** Origins called although they are of this machine or network: a provider of the demonstration, named by the configuration. */
  localOrigins?: readonly string[];
  /** Every address of a name. */
  resolve?: (host: string) => Promise<ResolvedAddress[]>;
  timeoutMs?: number;
  maxBytes?: number;
}

export interface OutgoingRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array | ArrayBuffer | URLSearchParams | ReadableStream | null;
  signal?: AbortSignal;
}

export type OutgoingFetch = (address: string, init?: OutgoingRequest) => Promise<Response>;

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 1024 * 1024;
/** Answers that carry no body, by definition. */
const NO_BODY = new Set([204, 205, 304]);

/**
 * The one way to call an address that is not a service of ours. The name is resolved first, every answer must be of
 * the Internet, and the connection goes to the addresses that were checked: a name that changes its mind between the
 * two gains nothing. Https only. A redirect is given back as it is, never followed.
 * @throws OutgoingError when the address is refused, too slow or too long.
 */
export function outgoingFetch(rules: OutgoingRules = {}): OutgoingFetch {
  const { localOrigins = [], resolve = resolveAll, timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES } = rules;
  return async (address, init = {}) => {
    const url = readUrl(address);
    const local = localOrigins.includes(url.origin);
    if (url.protocol !== 'https:' && !(local && url.protocol === 'http:')) throw new OutgoingError('not https');
    if (url.username || url.password) throw new OutgoingError('credentials in an address');
    const pinned = await addressesOf(url, resolve);
    if (!local && !pinned.every(({ address: one }) => isPublicAddress(one))) {
      throw new OutgoingError('address of a private network');
    }
    return send(url, pinned, init, timeoutMs, maxBytes);
  };
}

function readUrl(address: string): URL {
  if (!URL.canParse(address)) throw new OutgoingError('no address');
  return new URL(address);
}

const resolveAll = (host: string): Promise<ResolvedAddress[]> => lookup(host, { all: true, verbatim: true });

async function addressesOf(
  url: URL,
  resolve: (host: string) => Promise<ResolvedAddress[]>,
): Promise<ResolvedAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const found = family ? [{ address: host, family }] : await resolve(host);
  if (found.length === 0) throw new OutgoingError('name without an address');
  return found;
}

/** Answers the socket with what was checked, whatever it asks. */
const pinnedTo =
  (addresses: ResolvedAddress[]): LookupFunction =>
  (_host, options, done) => {
    const [first] = addresses;
    if (options.all) done(null, addresses);
    else if (first) done(null, first.address, first.family);
  };

async function send(
  url: URL,
  pinned: ResolvedAddress[],
  { method = 'GET', headers = {}, body, signal }: OutgoingRequest,
  timeoutMs: number,
  maxBytes: number,
): Promise<Response> {
  const bytes = await bytesOf(body);
  const deadline = AbortSignal.timeout(timeoutMs);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const call = request(url, {
      method,
      headers: {
        ...headers,
        'accept-encoding': 'identity',
        ...(bytes && { 'content-length': String(bytes.length) }),
      },
      lookup: pinnedTo(pinned),
      // No connection is kept: the next call resolves and checks again.
      agent: false,
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    });
    call.once('response', resolve);
    call.once('error', reject);
    call.end(bytes ?? undefined);
  });
  const content = await readAll(answer, maxBytes);
  const status = answer.statusCode ?? 502;
  return new Response(NO_BODY.has(status) ? null : new Uint8Array(content), { status, headers: headersOf(answer) });
}

async function bytesOf(body: OutgoingRequest['body']): Promise<Buffer | null> {
  if (body == null) return null;
  if (typeof body === 'string' || body instanceof URLSearchParams) return Buffer.from(String(body));
  if (body instanceof Uint8Array) return Buffer.from(body);
  if (body instanceof ArrayBuffer) return Buffer.from(new Uint8Array(body));
  throw new OutgoingError('a body without end');
}

async function readAll(answer: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > maxBytes) {
      answer.destroy();
      throw new OutgoingError('answer too long');
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function headersOf(answer: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  return headers;
}
