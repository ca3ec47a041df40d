import { SUPERUSER } from './cluster.ts';
import { DATABASE, ROLE_NAMES, type RolePasswords } from './roles.ts';

export interface DatabaseUrls {
  readonly owner: string;
  readonly app: string;
  readonly system: string;
}

export function databaseUrls(port: number, passwords: RolePasswords, database: string = DATABASE): DatabaseUrls {
  const url = (user: string, password: string): string => databaseUrl(port, user, password, database);
  return {
    owner: url(ROLE_NAMES.owner, passwords.owner),
    app: url(ROLE_NAMES.app, passwords.app),
    system: url(ROLE_NAMES.system, passwords.system),
  };
}

export function superuserUrl(port: number, password: string, database = 'postgres'): string {
  return databaseUrl(port, SUPERUSER, password, database);
}

function databaseUrl(port: number, user: string, password: string, database: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
