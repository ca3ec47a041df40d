import { register } from 'node:module';

/** `node --conditions=source --import ./test/support/run-typescript.mjs file.ts` */
register('./typescript-hooks.mjs', import.meta.url);
