/** The token of a link of a message: it stands after « # », so that no server and no log ever reads it. */
export function tokenOf(hash: string): string | null {
  const token = hash.replace(/^#/, '');
  return /^[a-z0-9-]+\.(invitation|password)\.[0-9a-f-]{36}\.[A-Za-z0-9_-]+$/.test(token) ? token : null;
}
