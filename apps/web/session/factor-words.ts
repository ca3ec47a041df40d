/** Six digits out of what was typed or pasted: « 123 456 », « Code : 123456 ». */
export const digitsOf = (text: string): string => text.replace(/\D/g, '').slice(0, 6);

/** « ABCD EFGH IJKL »: a secret that must be typed is read by groups of four. */
export const inGroups = (secret: string): string => (secret.replace(/\s/g, '').match(/.{1,4}/g) ?? []).join(' ');

/** What to say when the key did not answer: never an English name of the browser. */
export function keyMessage(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidStateError') return 'Cette clé est déjà enregistrée sur votre compte. Utilisez-en une autre.';
  if (name === 'SecurityError') return 'Les clés ne marchent pas à cette adresse. Choisissez un autre moyen.';
  return 'La clé n’a pas répondu. Réessayez, ou choisissez un autre moyen.';
}

/** « il reste 12 s » until the next code; the code is asked again when none is left. */
export const secondsLeft = (secondsAtAnswer: number, answeredAt: number, now: number): number =>
  Math.max(0, Math.ceil(secondsAtAnswer - (now - answeredAt) / 1000));
