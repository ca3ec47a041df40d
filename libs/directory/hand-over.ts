import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { EssRow } from './ess.entity.ts';

/** What passes from who leaves, or can act no more. */
export interface Handing {
  fromId: string;
  /** A colleague; null: back to the team, which finds who acts next. */
  toId: string | null;
  /** His period is over; else his access was closed, or he left. */
  periodOver?: boolean;
}

/** Port: declared here, implemented downstream by who knows what a person has in hand. */
export interface HandOver {
  /** Open things the person owns, or that would come back to him. */
  inHand(tx: Tx, professionalId: string): Promise<number>;
  /** Passes them all, each with its owner, action and due time. @returns how many. */
  handAll(tx: Tx, ess: EssRow, handing: Handing): Promise<number>;
}

/** What is known downstream of the things in hand. */
@Injectable()
export class HandOvers implements HandOver {
  private readonly sources: HandOver[] = [];

  /** Called once at start by each implementer. */
  register(source: HandOver): void {
    this.sources.push(source);
  }

  async inHand(tx: Tx, professionalId: string): Promise<number> {
    let count = 0;
    for (const source of this.sources) count += await source.inHand(tx, professionalId);
    return count;
  }

  async handAll(tx: Tx, ess: EssRow, handing: Handing): Promise<number> {
    let count = 0;
    for (const source of this.sources) count += await source.handAll(tx, ess, handing);
    return count;
  }
}
