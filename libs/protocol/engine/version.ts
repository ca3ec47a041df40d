/** Changes whenever the same facts and protocol could give another proposal. Kept in every snapshot. */
export const ENGINE_VERSION = '1.0.0';
