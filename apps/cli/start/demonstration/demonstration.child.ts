import { rollForward, seedDemonstration } from '../../demo/seed.ts';
import { plainEnvironment } from '../plain-environment.ts';

/** Child of the launcher: makes the demonstration, or brings it to today, and leaves. */
process.on('disconnect', () => process.exit(1));
const work = process.env['DEMONSTRATION_WORK'] === 'seed' ? seedDemonstration : rollForward;
const { accounts } = await work(plainEnvironment(process.env), { log: (line) => console.log(line), now: new Date() });
process.send?.({ type: 'ready', accounts }, () => process.exit(0));
