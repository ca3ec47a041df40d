import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../usage-error.ts';

export interface StartOptions {
  /** Null: 3000, or another when it is taken. */
  readonly port: number | null;
  readonly host: string;
  readonly dataFolder: string;
  /** Null: as this data folder was first started. */
  readonly demonstration: false | null;
  readonly reset: boolean;
}

const FLAGS = {
  port: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  data: { type: 'string', default: '.guichet' },
  'no-demo': { type: 'boolean', default: false },
  reset: { type: 'boolean', default: false },
} as const;

/** Reads the words after `start`; `root` is where a relative data folder lies. */
export function parseStartOptions(args: string[], root: string): StartOptions {
  const { values } = readFlags(args);
  if (values.host.trim() === '') throw new UsageError('--host attend une adresse, par exemple 127.0.0.1.');
  if (values.data.trim() === '') throw new UsageError('--data attend un dossier.');
  return {
    port: values.port === undefined ? null : parsePort(values.port),
    host: values.host,
    dataFolder: resolve(root, values.data),
    demonstration: values['no-demo'] ? false : null,
    reset: values.reset,
  };
}

function readFlags(args: string[]): ReturnType<typeof parseArgs<{ args: string[]; options: typeof FLAGS }>> {
  try {
    return parseArgs({ args, options: FLAGS, strict: true, allowPositionals: false });
  } catch {
    throw new UsageError(
      `Option non comprise : « ${args.join(' ')} ». Options : --port, --host, --data, --no-demo, --reset.`,
    );
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new UsageError(`--port attend un nombre entre 1 et 65535 (reçu : « ${text} »).`);
  }
  return port;
}
