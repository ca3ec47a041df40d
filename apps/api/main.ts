import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { ConfigError, readConfig, refuseUnsafeStart } from '#platform';
import { createApi } from './http/create-app.ts';

try {
  const config = readConfig(process.env);
  for (const warning of await refuseUnsafeStart(config)) new Logger('api').warn(warning);
  const app = await createApi(config);
  await app.listen(config.port, config.host);
  // The launcher gone, nobody would restart us: leave.
  process.on('disconnect', () => void app.close().then(() => process.exit(0)));
  process.send?.({ type: 'ready' });
} catch (error) {
  new Logger('api').error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
