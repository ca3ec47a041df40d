/** A line of the notes as facts of the engine: `structured` holds what a requester would have ticked and typed. */
const DAY = '2026-05-06T09:00:00Z';
export const NOW = new Date(DAY);

export function readNote([id, specialty, expected, signs, text, more = {}]) {
  const ids = signs.split(' ').filter((sign) => sign !== '');
  const present = ids.filter((sign) => !sign.startsWith('-'));
  const denied = ids.filter((sign) => sign.startsWith('-')).map((sign) => sign.slice(1));
  const [age, ageUnit] =
    more.days !== undefined
      ? [more.days, 'days']
      : more.months !== undefined
        ? [more.months, 'months']
        : [more.age, 'years'];
  const facts = {
    specialty,
    age,
    ageUnit,
    sex: more.sex ?? 'unknown',
    findings: Object.fromEntries([
      ...denied.map((sign) => [sign, 'denied']),
      ...present.map((sign) => [sign, 'present']),
    ]),
    measurements: (more.m ?? []).map(([name, value, unit]) => ({ name, value, unit })),
    context: more.ctx ?? {},
    freeText: text,
  };
  const accepted = new Set([expected, ...(more.accept ?? [])]);
  return { id, specialty, expected, accepted, present, denied, traits: more.t ?? '', facts, text };
}
