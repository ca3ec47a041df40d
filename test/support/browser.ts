import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

/** What no page may do: write an error in the console, ask another host, be stopped by the content policy. */
export interface Fault {
  kind: 'console' | 'page' | 'host' | 'policy';
  text: string;
  page: string;
}

export interface WindowOptions extends BrowserContextOptions {
  /** Cookie of a session opened by the api, « name=value ». */
  cookie?: string;
}

/** One Chromium; each window is a person on a device of his own. */
export interface TestBrowser {
  readonly faults: Fault[];
  /** A new device: nothing stored, nobody signed in unless a cookie is given. */
  window(options?: WindowOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Long enough for a machine that does three other things: a wait that is a bar says its own. */
const PATIENCE_MS = 60_000;
/** The browser writes these itself for an answer of 4xx that the page shows in words, or for a network cut on purpose. */
const WRITTEN_BY_THE_BROWSER =
  /^Failed to load resource: (the server responded with a status of (401|403|404|409|422)|net::ERR_(INTERNET_DISCONNECTED|FAILED))/;
/** Of a window behind a radio: what was on its way when the radio was cut. */
const CUT_ON_ITS_WAY =
  /ERR_(EMPTY_RESPONSE|CONNECTION_(CLOSED|RESET)|TUNNEL_CONNECTION_FAILED|PROXY_CONNECTION_FAILED|INCOMPLETE_CHUNKED_ENCODING)/;
const CUT_SOCKET =
  /^WebSocket connection to .* failed: .*(ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|closed before)/;

export async function openBrowser(url: string): Promise<TestBrowser> {
  const { executablePath, args } = await findChromium();
  const browser: Browser = await chromium.launch({ executablePath, args });
  const faults: Fault[] = [];
  return {
    faults,
    async window({ cookie, ...options } = {}) {
      const context = await browser.newContext({
        baseURL: url,
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        viewport: { width: 1280, height: 900 },
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(PATIENCE_MS);
      if (cookie) {
        const [name = '', value = ''] = cookie.split('=');
        await context.addCookies([{ name, value, url }]);
      }
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) =>
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
        );
      });
      context.on('request', (request) => {
        const asked = new URL(request.url());
        if (/^(https?|wss?):$/.test(asked.protocol) && asked.host !== new URL(url).host)
          faults.push({ kind: 'host', text: request.url(), page: '' });
      });
      context.on('console', (message) => {
        const text = message.text();
        if (message.type() !== 'error' || WRITTEN_BY_THE_BROWSER.test(text) || CUT_SOCKET.test(text)) return;
        if (options.proxy && CUT_ON_ITS_WAY.test(text)) return;
        const kind = text.startsWith('policy: ') ? 'policy' : 'console';
        faults.push({ kind, text, page: message.page()?.url() ?? '' });
      });
      context.on('weberror', (error) =>
        faults.push({ kind: 'page', text: String(error.error()), page: error.page()?.url() ?? '' }),
      );
      return context.newPage();
    },
    close: () => browser.close(),
  };
}
