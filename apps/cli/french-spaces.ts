/** Sets the unbreakable spaces that French typography wants: before : ; ! ? and inside « ». */
export function frenchSpaces(text: string): string {
  return text.replaceAll(/ (?=[:;!?»])/g, '\u00A0').replaceAll(/(?<=«) /g, '\u00A0');
}
