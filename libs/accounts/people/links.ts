import { timingSafeEqual } from 'node:crypto';
import { DomainError } from '#contracts';
import type { EssRow } from '#directory';
import { linkMac } from '#platform';
import type { Keyring, Tx } from '#platform';

export const LINK_PURPOSES = ['invitation', 'password'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

export const INVITATION_DAYS = 7;
export const PASSWORD_LINK_MINUTES = 60;

/** What a link says of itself, before anything is believed. */
export interface LinkToken {
  slug: string;
  purpose: LinkPurpose;
  id: string;
  mac: string;
}

const TOKEN =
  /^([a-z0-9-]{3,40})\.(invitation|password)\.([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\.([\w-]{43})$/;

/** Used, too old, withdrawn, of another team or never ours: one answer for all. */
export const deadLink = () =>
  new DomainError('link.dead', 'Ce lien ne sert plus. Demandez-en un nouveau à votre équipe.');

/** @throws link.dead when it has not the shape of a link. */
export function readLinkToken(text: string): LinkToken {
  const [, slug, purpose, id, mac] = TOKEN.exec(text.trim()) ?? [];
  const known = LINK_PURPOSES.find((one) => one === purpose);
  if (!slug || !known || !id || !mac) throw deadLink();
  return { slug, purpose: known, id, mac };
}

/** The address to mail: the token stands in the fragment, that no server, log or scanner receives. */
export async function linkUrl(
  tx: Tx,
  keyring: Keyring,
  publicUrl: string,
  ess: EssRow,
  { purpose, id }: Pick<LinkToken, 'purpose' | 'id'>,
): Promise<string> {
  const key = await keyring.writingKey(tx);
  return `${publicUrl}/lien#${[ess.slug, purpose, id, linkMac(key, purpose, id)].join('.')}`;
}

/** @throws link.dead when the proof is not the one this team would make. */
export async function checkLink(tx: Tx, keyring: Keyring, { purpose, id, mac }: LinkToken): Promise<void> {
  const keys = await keyring.liveKeys(tx);
  const isOurs = keys.some((key) => timingSafeEqual(Buffer.from(linkMac(key, purpose, id)), Buffer.from(mac)));
  if (!isOurs) throw deadLink();
}
