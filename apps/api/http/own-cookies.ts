type Cookies = Record<string, string | undefined>;

/** Under https ours have the `__Host-` name: any other may have been set by a sub-domain, or over plain http. */
export const ownCookies = (cookies: Cookies, secure: boolean): Cookies =>
  secure ? Object.fromEntries(Object.entries(cookies).filter(([name]) => name.startsWith('__Host-'))) : cookies;
