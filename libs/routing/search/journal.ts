import type { Tours } from './tours.ts';

/** The tours as they were before the present turn, to take it back. */
export class Journal {
  readonly #tours: Tours;
  readonly #visits: Int32Array;
  readonly #teams: Int32Array;
  readonly #until: Int32Array;
  readonly #savedIn: Int32Array;
  #saved = 0;
  #length = 0;
  #turn = 1;

  constructor(tours: Tours) {
    const { teams, visits } = tours.model;
    this.#tours = tours;
    this.#visits = new Int32Array(visits);
    this.#teams = new Int32Array(teams);
    this.#until = new Int32Array(teams);
    this.#savedIn = new Int32Array(teams);
  }

  begin(): void {
    this.#saved = 0;
    this.#length = 0;
    this.#turn += 1;
  }

  /** To be called before the first change of a tour; later calls of the same turn do nothing. */
  readonly save = (team: number): void => {
    if (this.#savedIn[team] === this.#turn) return;
    this.#savedIn[team] = this.#turn;
    const { next } = this.#tours;
    const end = this.#tours.endOf(team);
    for (let node = next[this.#tours.startOf(team)] ?? end; node !== end; node = next[node] ?? end) {
      this.#visits[this.#length] = node;
      this.#length += 1;
    }
    this.#teams[this.#saved] = team;
    this.#until[this.#saved] = this.#length;
    this.#saved += 1;
  };

  /** Every tour touched in this turn keeps its hours: removing a stop may delay the next on odd matrices. */
  isOnTime(): boolean {
    for (let at = 0; at < this.#saved; at += 1) if (!this.#tours.isOnTime(this.#teams[at] ?? 0)) return false;
    return true;
  }

  undo(): void {
    let from = 0;
    for (let at = 0; at < this.#saved; at += 1) {
      const until = this.#until[at] ?? 0;
      this.#tours.setTour(this.#teams[at] ?? 0, this.#visits, from, until);
      from = until;
    }
  }
}
