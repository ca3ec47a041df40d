import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigError, readConfig, refuseUnsafeStart } from '#platform';
import { startWorker } from './start-worker.ts';
import { WorkerModule } from './worker.module.ts';

try {
  const config = readConfig(process.env);
  for (const warning of await refuseUnsafeStart(config)) new Logger('worker').warn(warning);
  const context = await NestFactory.createApplicationContext(WorkerModule.forRoot({ config }), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const worker = await startWorker(context, config);
  let leaving = false;
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    await worker.stop();
    await context.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(signal, () => void leave());
  process.send?.({ type: 'ready' });
} catch (error) {
  new Logger('worker').error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
