import { forkServices } from './fork-services.mjs';

/** One PostgreSQL for the whole run; `npm test` starts it itself, once for all rings. */
export default async function startServices() {
  if (process.env.GUICHET_TEST_SERVICES) return;
  const services = await forkServices();
  process.env.GUICHET_TEST_SERVICES = JSON.stringify(services.state);
  globalThis.stopGuichetTestServices = services.stop;
}
