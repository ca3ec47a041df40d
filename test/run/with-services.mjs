import { forkServices } from '../support/fork-services.mjs';

/** One PostgreSQL (and Redis) for all the rings inside; a failure to start counts as one. */
export async function withServices(summary, work) {
  let services;
  const started = await summary.stage('services', async () => {
    try {
      services = await forkServices();
      console.log(
        services.state.redisUrl
          ? 'Redis found: both queue backends are tested.'
          : 'No redis-server on the PATH: the Redis road is not tested here.',
      );
      return { passed: 1, failed: 0 };
    } catch (error) {
      console.log(error.message);
      return { passed: 0, failed: 1 };
    }
  });
  if (!started) return;
  process.env.GUICHET_TEST_SERVICES = JSON.stringify(services.state);
  try {
    await work();
  } finally {
    await services.stop();
  }
}
