/** One person, one day: repeats are one line. */
export class AccessLineView {
  /** First time of that day. */
  at: string;
  /** Last time of that day. */
  until: string;
  times: number;
  /** « Médecin généraliste », « Secrétaire »; of the patient himself, « Vous-même ». */
  role: string;
  structure: string;
  /** Why it was allowed. */
  purposes: string[];
  /** What was done. */
  acts: string[];
  /** Null: this team does not give the names of its staff. */
  name: string | null;
}

export class AccessListView {
  ess: { slug: string; name: string; phone: string; timezone: string };
  patient: { displayName: string; birthDate: string };
  /** The team gives the names of those who opened the file. */
  namesShown: boolean;
  /** When the list was made: what came later is not in it. */
  madeAt: string;
  /** First line of all; null when nobody has opened anything. */
  from: string | null;
  lines: AccessLineView[];
}
