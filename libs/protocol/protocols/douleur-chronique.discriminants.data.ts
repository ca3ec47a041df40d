import type { DiscriminantGroup } from '../protocol.ts';

/** No discriminating datum is published for chronic pain: the red flags are asked by the form itself. */
export const CHRONIC_PAIN_DISCRIMINANTS: DiscriminantGroup[] = [];
