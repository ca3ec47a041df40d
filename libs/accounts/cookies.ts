type Cookies = Record<string, string | undefined>;

/** Over https a cookie takes the `__Host-` name, that only this host can set. */
const SECURE = '__Host-';
export const SESSION_COOKIE = 'guichet_session';
export const SECURE_SESSION_COOKIE = `${SECURE}${SESSION_COOKIE}`;
/** The browser an account has signed in from; one year. */
export const DEVICE_COOKIE = 'guichet_device';
export const SECURE_DEVICE_COOKIE = `${SECURE}${DEVICE_COOKIE}`;

export const sessionTokenOf = (cookies: Cookies | undefined): string | undefined =>
  cookies?.[SECURE_SESSION_COOKIE] ?? cookies?.[SESSION_COOKIE];

export const deviceTokenOf = (cookies: Cookies | undefined): string | undefined =>
  cookies?.[SECURE_DEVICE_COOKIE] ?? cookies?.[DEVICE_COOKIE];
