/** Wall-clock reading of an instant in a time zone. */
export interface LocalTime {
  /** YYYY-MM-DD */
  date: string;
  /** Minutes since local midnight, 0–1439. */
  minutes: number;
  /** 1 Monday … 7 Sunday. */
  weekday: number;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(timezone, made);
  return made;
}

export function localTime(instant: Date, timezone: string): LocalTime {
  const parts = Object.fromEntries(
    formatOf(timezone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
    weekday: WEEKDAYS.indexOf(parts.weekday ?? '') + 1,
  };
}

/** The instant of a local wall-clock time. In the skipped hour of spring, as long after the jump (02:30 is 03:30); in the doubled hour of autumn, the first. */
export function instantOf(date: string, minutes: number, timezone: string): Date {
  const asUtc = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  const offsets = [-1, 1].map((side) => offsetMinutes(new Date(asUtc + side * 86_400_000), timezone));
  const candidates = [...new Set(offsets)]
    .map((offset) => new Date(asUtc - offset * 60_000))
    .sort((a, b) => a.getTime() - b.getTime());
  const exact = candidates.find((candidate) => {
    const local = localTime(candidate, timezone);
    return local.date === date && local.minutes === minutes;
  });
  return exact ?? candidates[candidates.length - 1] ?? new Date(asUtc);
}

function offsetMinutes(instant: Date, timezone: string): number {
  const local = localTime(instant, timezone);
  const floor = Math.floor(instant.getTime() / 60_000) * 60_000;
  return (Date.parse(`${local.date}T00:00:00Z`) + local.minutes * 60_000 - floor) / 60_000;
}

/** The local date `days` after another; pure calendar, no time zone. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
