export interface TrailLine {
  id: string;
  at: string;
  actor: { id: string; name: string; role: string } | null;
  action: string;
  actionLabel: string;
  reasonLabel: string;
  patient: { id: string; name: string; birthDate: string } | null;
  reference: string | null;
  seq: number | null;
}
export interface TrailPage {
  lines: TrailLine[];
  next: string | null;
}
export interface TrailFiltersChoices {
  people: { id: string; name: string; role: string }[];
  actions: { action: string; label: string; family: string }[];
}
export interface TrailPatient {
  id: string;
  name: string;
  birthDate: string;
  reference: string | null;
}
export interface TrailQuery {
  from: string;
  to: string;
  actor: string;
  family: string;
  action: string;
  patient: TrailPatient | null;
}

export interface ChainState {
  head: { seq: number; hash: string } | null;
  lastSealedAt: string | null;
  unsealed: number;
  oldestUnsealedAt: string | null;
  late: boolean;
  anchor: { count: number; at: string; seq: number | null; broken: boolean } | null;
  retention: { day: string; doneAt: string | null; counts: { says: string; count: number }[] } | null;
}
export interface ChainCheck {
  verdict: 'intact' | 'broken' | 'unanchored';
  sentences: string[];
  verified: number;
  seconds: number;
  at: string;
}

export type Verdict = 'legitimate' | 'to_explain' | 'abuse';
export interface ReviewItem {
  kind: 'exceptional' | 'link';
  id: string;
  at: string;
  until: string;
  times: number;
  person: { id: string; name: string; role: string };
  patient: { id: string; name: string; birthDate: string | null };
  links: { kind: 'same-name' | 'phone' | 'address' | 'employer'; words: string }[];
  reasonLabel: string;
  text: string | null;
  late: boolean;
  own: boolean;
  review: { verdict: Verdict; at: string; byName: string; note: string | null } | null;
}
export interface ReviewList {
  items: ReviewItem[];
  toReview: number;
  late: number;
  since: string;
  notCompared: string[];
}
