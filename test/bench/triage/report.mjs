const percent = (value) => `${(value * 100).toFixed(1)} %`;

/** Bars of the kept third, free text alone. */
export const TEXT_BARS = [
  ['acceptable class', 'acceptable', '≥', 0.85, percent],
  ['weighted kappa (linear)', 'kappa', '≥', 0.8, (value) => value.toFixed(3)],
  ['P0/P1 under-triage', 'underTriage', '≤', 0.03, percent],
  ['over-triage', 'overTriage', '≤', 0.3, percent],
  ['banner sensitivity', 'bannerSensitivity', '≥', 0.97, percent],
  ['banner false alarms', 'falseAlarms', '≤', 0.08, percent],
];

/** Bars of boxes and measures alone. */
export const STRUCTURED_BARS = [
  ['P0/P1 under-triage', 'underTriage', '≤', 0, percent],
  ['banner sensitivity', 'bannerSensitivity', '≥', 1, percent],
  ['banner false alarms', 'falseAlarms', '≤', 0.02, percent],
];

/** Prints each figure beside its bar; answers whether all are held. */
export function judge(title, figures, bars, say) {
  say(`${title} (${figures.notes} notes)`);
  let isHeld = true;
  for (const [label, key, sign, bar, show] of bars) {
    const value = figures[key];
    const held = sign === '≥' ? value >= bar : value <= bar;
    isHeld &&= held;
    say(`  ${held ? 'ok  ' : 'MISS'} ${label.padEnd(26)} ${show(value).padStart(8)}   bar ${sign} ${show(bar)}`);
  }
  return isHeld;
}

export function printFindings({ byFinding, precision, recall }, say) {
  say(`signs read as present: precision ${percent(precision)}, recall ${percent(recall)}`);
  for (const { id, hit, extra, lost, precision: p, recall: r } of byFinding)
    say(
      `  ${id.padEnd(40)} precision ${percent(p).padStart(7)}  recall ${percent(r).padStart(7)}  (${hit} read, ${extra} too many, ${lost} lost)`,
    );
}
