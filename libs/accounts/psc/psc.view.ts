import { SignInView } from '../session.view.ts';

export class PscStateView {
  /** Whether « S’identifier avec Pro Santé Connect » is offered here. */
  enabled: boolean;
  /** A provider of this machine, for the demonstration. */
  fictitious: boolean;
}

export class PscStartView {
  /** Where to send the browser. */
  url: string;
}

export class PscFinishView {
  signIn: SignInView;
  /** A session that was there already goes on. */
  resumed: boolean;
  /** Where the person was going. */
  suite: string | null;
}
