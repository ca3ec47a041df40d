import type { Random } from '../random.ts';
import type { Tours } from './tours.ts';

/** Names as in Christiaens and Vanden Berghe 2020, "Slack Induction by String Removals": c̄, L^max, α, β. */
const AVERAGE_REMOVED = 10;
const LONGEST_STRING = 10;
const SPLIT_CHANCE = 0.5;
const LONGER_GAP_CHANCE = 0.01;

/** Removes strings of neighbouring visits from neighbouring tours. */
export class Ruin {
  /** Visits taken out by the last call. */
  readonly removed: number[] = [];
  readonly #tours: Tours;
  readonly #neighbours: Int32Array[];
  readonly #random: Random;
  readonly #save: (team: number) => void;
  readonly #touched: Int32Array;
  readonly #tour: Int32Array;
  #turn = 0;

  /** `save` is called on a tour just before it changes. */
  constructor(tours: Tours, neighbours: Int32Array[], random: Random, save: (team: number) => void) {
    this.#tours = tours;
    this.#neighbours = neighbours;
    this.#random = random;
    this.#save = save;
    this.#touched = new Int32Array(tours.model.teams);
    this.#tour = new Int32Array(tours.model.visits + 1);
  }

  run(): void {
    const { teamOf } = this.#tours;
    const seed = this.#random.below(teamOf.length);
    const neighbours = this.#neighbours[seed];
    this.removed.length = 0;
    this.#turn += 1;
    const longest = Math.min(LONGEST_STRING, this.#averageLength());
    const strings = Math.floor(this.#random.next() * ((4 * AVERAGE_REMOVED) / (1 + longest) - 1) + 1);
    let done = this.#tryString(seed, longest);
    for (let at = 0; neighbours && done < strings && at < neighbours.length; at += 1)
      done += this.#tryString(neighbours[at] ?? 0, longest);
  }

  #averageLength(): number {
    const { count } = this.#tours;
    let tours = 0;
    let visits = 0;
    for (const length of count) {
      if (length > 0) tours += 1;
      visits += length;
    }
    return tours === 0 ? 1 : visits / tours;
  }

  /** 1 when a string around the visit was removed: once a turn and a tour. */
  #tryString(visit: number, longest: number): number {
    const tours = this.#tours;
    const team = tours.teamOf[visit] ?? -1;
    if (team === -1 || this.#touched[team] === this.#turn || tours.isClosed[team] === 1) return 0;
    this.#touched[team] = this.#turn;
    this.#save(team);
    const length = tours.count[team] ?? 0;
    const wanted = Math.floor(this.#random.next() * Math.min(length, longest) + 1);
    const position = this.#readTour(team, visit);
    if (wanted > 1 && this.#random.next() < SPLIT_CHANCE) this.#removeSplit(position, wanted, length);
    else this.#removeSpan(this.#firstOf(position, wanted, length), wanted, 0, 0);
    tours.refresh(team);
    return 1;
  }

  #readTour(team: number, visit: number): number {
    const { next } = this.#tours;
    const end = this.#tours.endOf(team);
    let at = 0;
    let position = 0;
    for (let node = next[this.#tours.startOf(team)] ?? end; node !== end; node = next[node] ?? end) {
      if (node === visit) position = at;
      this.#tour[at] = node;
      at += 1;
    }
    return position;
  }

  /** A first index such that `span` visits hold the position and stay inside the tour. */
  #firstOf(position: number, span: number, length: number): number {
    const lowest = Math.max(0, position - span + 1);
    const highest = Math.min(position, length - span);
    return lowest + this.#random.below(highest - lowest + 1);
  }

  /** A longer span, of which `kept` neighbouring visits stay. */
  #removeSplit(position: number, wanted: number, length: number): void {
    let kept = 1;
    while (wanted + kept < length && this.#random.next() < LONGER_GAP_CHANCE) kept += 1;
    const span = Math.min(length, wanted + kept);
    const first = this.#firstOf(position, span, length);
    this.#removeSpan(first, span, first + this.#random.below(span - kept + 1), kept);
  }

  #removeSpan(first: number, span: number, keptFrom: number, kept: number): void {
    const { model } = this.#tours;
    for (let at = first; at < first + span; at += 1) {
      if (at >= keptFrom && at < keptFrom + kept) continue;
      const visit = this.#tour[at] ?? 0;
      if (model.isPinned[visit] === 1) continue;
      this.#tours.unlink(visit);
      this.removed.push(visit);
    }
  }
}
