/** The only source of time of the services. Tests and the demonstration travel; production never does. */
export class Clock {
  now(): Date {
    return new Date();
  }
}

export class TravellingClock extends Clock {
  private current: Date;

  constructor(start: Date) {
    super();
    this.current = start;
  }

  override now(): Date {
    return new Date(this.current);
  }

  travelTo(instant: Date): void {
    this.current = instant;
  }

  advanceMinutes(minutes: number): void {
    this.current = new Date(this.current.getTime() + minutes * 60_000);
  }
}
