const rank = (priority) => Number(priority.charAt(1));

/** Cohen’s kappa with linear weights over P0…P4; an accepted class counts as the expected one. */
export function weightedKappa(pairs) {
  const n = pairs.length;
  const count = (pick) => [0, 1, 2, 3, 4].map((k) => pairs.filter((pair) => rank(pick(pair)) === k).length);
  const gold = count((pair) => pair.gold);
  const said = count((pair) => pair.said);
  let expected = 0;
  for (let i = 0; i < 5; i += 1)
    for (let j = 0; j < 5; j += 1) expected += (Math.abs(i - j) * gold[i] * said[j]) / (n * n);
  const observed = pairs.reduce((sum, pair) => sum + Math.abs(rank(pair.gold) - rank(pair.said)), 0) / n;
  return expected === 0 ? 1 : 1 - observed / expected;
}

const share = (part, whole) => (whole === 0 ? 0 : part / whole);

/** Figures of one set of results: `{ note, proposal }`. */
export function figuresOf(results) {
  const isAccepted = ({ note, proposal }) => note.accepted.has(proposal.class);
  const urgent = results.filter(({ note }) => rank(note.expected) <= 1);
  const vital = results.filter(({ note }) => note.expected === 'P0');
  const others = results.filter(({ note }) => !note.accepted.has('P0'));
  const pairs = results.map((result) => ({
    gold: isAccepted(result) ? result.proposal.class : result.note.expected,
    said: result.proposal.class,
  }));
  const below = ({ note, proposal }) => rank(proposal.class) > rank(note.expected);
  const above = ({ note, proposal }) => rank(proposal.class) < rank(note.expected);
  return {
    notes: results.length,
    acceptable: share(results.filter(isAccepted).length, results.length),
    kappa: weightedKappa(pairs),
    underTriage: share(urgent.filter((result) => !isAccepted(result) && below(result)).length, urgent.length),
    overTriage: share(results.filter((result) => !isAccepted(result) && above(result)).length, results.length),
    bannerSensitivity: share(vital.filter(({ proposal }) => proposal.redFlag).length, vital.length),
    falseAlarms: share(others.filter(({ proposal }) => proposal.redFlag).length, others.length),
  };
}

/** Precision and recall of the signs read as present, for each sign and over all. */
export function findingFigures(results) {
  const table = new Map();
  const line = (id) => {
    if (!table.has(id)) table.set(id, { hit: 0, extra: 0, lost: 0 });
    return table.get(id);
  };
  for (const { note, reading } of results) {
    const read = new Set(reading.filter(({ state }) => state === 'present').map(({ id }) => id));
    for (const id of note.present) line(id)[read.has(id) ? 'hit' : 'lost'] += 1;
    for (const id of read) if (!note.present.includes(id)) line(id).extra += 1;
  }
  const ratio = ({ hit, extra, lost }) => ({ precision: share(hit, hit + extra), recall: share(hit, hit + lost) });
  const all = [...table.values()].reduce(
    (sum, { hit, extra, lost }) => ({ hit: sum.hit + hit, extra: sum.extra + extra, lost: sum.lost + lost }),
    { hit: 0, extra: 0, lost: 0 },
  );
  return {
    byFinding: [...table]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, counts]) => ({ id, ...counts, ...ratio(counts) })),
    ...ratio(all),
  };
}
