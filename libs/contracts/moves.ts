/** Every way a request may change. One move is one version, one event, one audit line. */
export const MOVES = [
  'propose',
  'confirm',
  'raise',
  'lower',
  'claim',
  'release',
  'acknowledge',
  'cancel',
  /** An emergency handed over to the SAMU: closed, told by phone. */
  'hand_over',
  'pass',
  'ask_info',
  'give_info',
  'info_overdue',
  'advise',
  'decline',
  'redirect',
  'admit',
  'order_exam',
  'exam_back',
  'order_visit',
  'order_consultation',
  'order_teleconsultation',
  'book',
  'unbook',
  'report_appointment',
  'plan_visit',
  'unplan_visit',
  'start_visit',
  'visit_done',
  'visit_not_done',
  'sign_reading',
  'receive',
  'reception_overdue',
  'ask_again',
  'tell_outcome',
] as const;
export type Move = (typeof MOVES)[number];

/** Decisions an ESS may delegate to its case-manager nurses, by protocol. */
export const DELEGABLE_MOVES: readonly Move[] = [
  'order_visit',
  'order_exam',
  'order_consultation',
  'order_teleconsultation',
  'redirect',
];

/** What may be taken back for ten seconds by the person who did it. */
export const UNDOABLE_MOVES: readonly Move[] = [
  'confirm',
  'raise',
  'lower',
  'claim',
  'release',
  'cancel',
  'pass',
  'ask_info',
  'advise',
  'decline',
  'redirect',
  'admit',
  'order_exam',
  'order_visit',
  'order_consultation',
  'order_teleconsultation',
  'book',
  'unbook',
  'sign_reading',
  'report_appointment',
];
/** Window of « Annuler », in seconds. */
export const UNDO_SECONDS = 10;
