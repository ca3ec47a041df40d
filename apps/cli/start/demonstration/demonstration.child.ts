import { rollForward, seedDemonstration } from '../../demo/seed.ts';
import { plainEnvironment } from '../plain-environment.ts';
import { readAccounts, withSecret } from './accounts.ts';

/** Child of the launcher: makes the demonstration, or brings it to today, and leaves. */
process.on('disconnect', () => process.exit(1));
const work = process.env['DEMONSTRATION_WORK'] === 'seed' ? seedDemonstration : rollForward;
const known = withSecret(readAccounts(process.env['DATA_DIR'] ?? ''));
const log = (line: string) => console.log(line);
const { accounts } = await work(plainEnvironment(process.env), { log, now: new Date(), known });
process.send?.({ type: 'ready', accounts }, () => process.exit(0));
