/** What a browser brings when it knocks. */
export interface Visit {
  address: string;
  agent: string;
  sessionToken?: string;
  deviceToken?: string;
}

/** What it takes away: the cookies. */
export interface Started {
  sessionId: string;
  token: string;
  expiresAt: Date;
  /** Null: the device cookie stays as it was. */
  deviceToken: string | null;
}
