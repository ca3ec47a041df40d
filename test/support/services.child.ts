import { startTestServices } from './start-services.ts';

/** Child of the test run: holds the services, tells their state, and leaves with its parent however that ends. */
try {
  const services = await startTestServices();
  const leave = (): void => {
    void services.stop().finally(() => process.exit(0));
  };
  process.on('disconnect', leave);
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', leave);
  if (process.connected) process.send?.({ type: 'ready', state: services.state });
  else leave();
} catch (error) {
  console.error(error);
  process.exit(1);
}
