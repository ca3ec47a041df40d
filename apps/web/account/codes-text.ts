/** The ten codes as they are copied, filed or printed. No name: who finds the sheet does not know whose it is. */
export const codesAsText = (codes: readonly string[]): string =>
  ['Guichet ESS – codes de secours', 'Chaque code ne sert qu’une fois.', '', ...codes, ''].join('\n');
