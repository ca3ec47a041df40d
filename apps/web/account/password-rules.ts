/** What the server refuses whatever else it knows: length, and oneself. The list of common ones stays there. */
export const PASSWORD_LENGTH = 12;
export const PASSWORD_HINT =
  '12\u00a0caractères au moins. Quatre mots sans lien font un bon mot de passe\u00a0: long, et facile à retenir.';

/** What to change in a new password; null when nothing is to be said here. */
export function passwordFault(next: string, current?: string): string | null {
  if (next.length < PASSWORD_LENGTH) return 'Choisissez un mot de passe de 12\u00a0caractères au moins.';
  if (next.length > 200) return 'Choisissez un mot de passe de 200\u00a0caractères au plus.';
  return next === current ? 'Choisissez un mot de passe différent de l’actuel.' : null;
}
