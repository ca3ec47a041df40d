/** Idle lock at a desk (PGSSI-S; reference « trust », §2). */
export const IDLE_LOCK_SECONDS = 30 * 60;
export const ABSOLUTE_HOURS = 12;
/** A session is written at most once a minute, not at each request. */
export const TOUCH_SECONDS = 60;
export const DEVICE_DAYS = 365;
/** The second factor is spared on a trusted device, of a requester only. */
export const TRUST_DAYS = 30;
/** To show the second factor, or to set it up, once the password was right. */
export const PENDING_MINUTES = 15;
