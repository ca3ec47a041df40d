/** The branch of what a person sees of his own account. */
export const accountKeys = {
  factors: ['me', 'factors'] as const,
  devices: ['me', 'devices'] as const,
};
