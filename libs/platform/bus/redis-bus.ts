import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import type { BusSignal } from '#contracts';
import { redisOptions } from '../queue/redis-options.ts';
import { BUS_CHANNEL, type Bus } from './bus.ts';

export class RedisBus implements Bus {
  private readonly logger = new Logger('RedisBus');
  private readonly writer: Redis;
  private reader: Redis | null = null;

  constructor(private readonly url: string) {
    this.writer = new Redis({
      ...redisOptions(url),
      maxRetriesPerRequest: 1,
      enableOfflineQueue: false,
      lazyConnect: false,
    });
    this.writer.on('error', (error) => this.logger.warn(`redis: ${error.message}`));
  }

  async publish(signal: BusSignal): Promise<void> {
    await this.writer.publish(BUS_CHANNEL, JSON.stringify(signal));
  }

  async subscribe(listener: (signal: BusSignal) => void): Promise<void> {
    const reader = new Redis({ ...redisOptions(this.url), maxRetriesPerRequest: null });
    reader.on('error', (error) => this.logger.warn(`redis: ${error.message}`));
    reader.on('message', (_channel, text) => listener(JSON.parse(text) as BusSignal));
    await reader.subscribe(BUS_CHANNEL);
    this.reader = reader;
  }

  async close(): Promise<void> {
    this.writer.disconnect();
    this.reader?.disconnect();
  }
}
