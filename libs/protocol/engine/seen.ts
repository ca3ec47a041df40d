export interface Value {
  value: number;
  unit: string;
  at?: string;
}

/** What the rules see: signs that are present, and usable values in canonical units. */
export interface World {
  present: ReadonlySet<string>;
  denied: ReadonlySet<string>;
  values: ReadonlyMap<string, readonly Value[]>;
  /** Sign stated by another datum → what states it, as shown in explanations. */
  derived: ReadonlyMap<string, string>;
}
