import { lchownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Gives a folder and all it holds to one user, when the folder is not his already. */
export function ownTree(folder: string, owner: { uid: number; gid: number }): void {
  if (lstatSync(folder).uid === owner.uid) return;
  chownAll(folder, owner);
}

/** The folder itself last: a change cut short is then taken up again. */
function chownAll(path: string, owner: { uid: number; gid: number }): void {
  if (lstatSync(path).isDirectory()) {
    for (const name of readdirSync(path)) chownAll(join(path, name), owner);
  }
  lchownSync(path, owner.uid, owner.gid);
}
