import { main } from '../dist/apps/cli/main.js';

/** One-shot container: brings the database to the newest schema, then leaves. */
process.exitCode = await main('migrate', []);
