import { COMEBACK_PATH } from './comeback.ts';

/** Pro Santé Connect in a tab of its own, that comes back to « la session est rouverte ». */
export const PSC_START = `/api/psc/start?suite=${encodeURIComponent(COMEBACK_PATH)}`;
