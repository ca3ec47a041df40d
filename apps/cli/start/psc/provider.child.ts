import { CLIENT_ID, loadProviderKeys } from './keys.ts';
import { demonstrationPeople } from './people.ts';
import { openProvider } from './provider.ts';

/** Child of the launcher: the fictitious provider, on its own so that nothing else falls with it. */
const leave = (): void => process.exit(0);
process.on('disconnect', leave);
process.on('SIGTERM', leave);
process.on('SIGINT', leave);
const { PSC_FOLDER = '', PSC_HOST = '127.0.0.1', PSC_PORT, PSC_ORIGIN = '', PUBLIC_URL = '' } = process.env;
const { key, cookieSecret, clientSecret } = loadProviderKeys(PSC_FOLDER);
await openProvider({
  origin: PSC_ORIGIN,
  host: PSC_HOST,
  port: Number(PSC_PORT),
  client: {
    id: CLIENT_ID,
    secret: clientSecret,
    redirectUri: `${PUBLIC_URL}/connexion/psc`,
    afterSignOut: `${PUBLIC_URL}/connexion`,
  },
  people: demonstrationPeople(),
  key,
  cookieSecret,
});
process.send?.({ type: 'ready' });
