import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface ChromiumLaunch {
  readonly executablePath: string;
  readonly args: string[];
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const PLAIN_ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];

/** Options for playwright's `chromium.launch`: the system's browser, else the one shipped in the packages. */
export async function findChromium(): Promise<ChromiumLaunch> {
  const system = systemChromium();
  if (system) return { executablePath: system, args: PLAIN_ARGS };
  const { default: shipped } = await import('@sparticuz/chromium');
  return { executablePath: await shipped.executablePath(), args: [...new Set([...shipped.args, ...PLAIN_ARGS])] };
}

function systemChromium(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  return found ?? (existsSync(MAC_CHROME) ? MAC_CHROME : null);
}
