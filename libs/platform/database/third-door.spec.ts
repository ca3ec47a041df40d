import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ESLint } from 'eslint';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Ways past the two doors, each as somebody would write it. */
const THIRD_DOORS: Record<string, string> = {
  'a pool of one’s own': `import { Pool } from 'pg';\nexport const pool = new Pool();`,
  'a client of one’s own': `import pg from 'pg';\nexport const client = new pg.Client();`,
  'a client by another name': `import { Client as Door } from 'pg';\nexport const door = new Door();`,
  'a data source': `import { DataSource } from 'typeorm';\nexport const source = new DataSource({ type: 'postgres' });`,
  'a data source by another name': `import { DataSource as Door } from 'typeorm';\nexport type Source = Door;`,
  'a repository': `import { Repository } from 'typeorm';\nexport class Rows extends Repository<object> {}`,
  'a repository of a manager': `export const rows = (manager: { getRepository(of: unknown): unknown }) => manager.getRepository(Object);`,
  'a repository injected': `import { InjectRepository } from '@nestjs/typeorm';\nexport const inject = InjectRepository;`,
  'an import at run time': `export const open = async () => import('pg');`,
  'a require': `declare const require: (name: string) => unknown;\nexport const driver = require('pg');`,
};

describe('there is no third door to the database', () => {
  let eslint: ESLint;
  beforeAll(async () => {
    eslint = new ESLint({ cwd: ROOT });
    await eslint.lintText('', { filePath: 'libs/requests/rows.ts' });
  });
  const complaintsOf = async (code: string, filePath: string) => {
    const [result] = await eslint.lintText(code, { filePath });
    return result?.messages.map((message) => message.message) ?? [];
  };

  test.each(Object.entries(THIRD_DOORS))('the linter refuses %s', async (_what, code) => {
    for (const place of ['libs/requests/rows.ts', 'apps/api/routes/rows.controller.ts', 'apps/worker/rows.ts']) {
      const complaints = await complaintsOf(code, place);
      expect(complaints.filter((message) => message.includes('its two doors'))).not.toEqual([]);
    }
  });

  test('a service that goes through a door is left in peace', async () => {
    const code = `import { In } from 'typeorm';\nimport type { Tx } from '#platform';\nexport const rows = (tx: Tx) => tx.manager.findBy(Object, { id: In([]) });`;
    expect(await complaintsOf(code, 'libs/requests/rows.ts')).toEqual([]);
  });
});
