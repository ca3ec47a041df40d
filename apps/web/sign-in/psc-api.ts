import { once } from '../api/client.ts';
import { send } from '../session/send.ts';
import type { SignInView } from '../session/views.ts';

interface PscState {
  enabled: boolean;
  /** A provider of this machine, for the demonstration. */
  fictitious: boolean;
}

interface PscFinished {
  signIn: SignInView;
  resumed: boolean;
  suite: string | null;
}

export interface PscBack {
  code: string;
  state: string;
  iss?: string;
}

export const pscApi = {
  state: () => once(() => send<PscState>('GET', '/api/psc')),
  start: (body: { suite?: string; reprise?: boolean; autre?: boolean }) =>
    once(() => send<{ url: string }>('POST', '/api/psc/start', body)),
  finish: (body: PscBack) => once(() => send<PscFinished>('POST', '/api/psc/finish', body)),
  choose: (index: number) => once(() => send<SignInView>('POST', '/api/psc/exercice', { index })),
};
