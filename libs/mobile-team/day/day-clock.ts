import { instantOf } from '#directory';

const NOON = 12 * 60;

/**
 * Instants of one local day as seconds since its midnight, the axis of `#routing`. Counted from noon, so that the
 * hours of work are right on the two days of the year when the night changes length.
 */
export class DayClock {
  private readonly origin: number;
  readonly date: string;

  constructor(date: string, timezone: string) {
    this.date = date;
    this.origin = instantOf(date, NOON, timezone).getTime() - NOON * 60_000;
  }

  toSeconds(instant: Date): number {
    return (instant.getTime() - this.origin) / 1000;
  }

  toInstant(seconds: number): Date {
    return new Date(this.origin + Math.round(seconds) * 1000);
  }

  toIso(seconds: number): string {
    return this.toInstant(seconds).toISOString();
  }
}
