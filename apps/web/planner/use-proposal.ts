import { useCallback, useRef, useState } from 'react';
import { moveVisit } from './day-api.ts';
import { isSameTarget } from './lane-geometry.ts';
import { useKeepDay } from './use-day.ts';
import type { DayView, MoveView, Target } from './views.ts';

/** A place proposed for a visit: asked, then priced; nothing is done until it is placed. */
export interface Proposal {
  actId: string;
  target: Target;
  /** Null while the price is asked. */
  move: MoveView | null;
  /** Shown in the lanes as it would be; a drag still under the hand only shows its price. */
  isDrawn: boolean;
}

interface ProposalHandlers {
  onPlaced: (proposal: Proposal, move: MoveView) => void;
  onRefused: (error: unknown) => void;
}

/** Prices a move, then makes it, or forgets it. */
export function useProposal(ess: string, day: DayView | undefined, { onPlaced, onRefused }: ProposalHandlers) {
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [placing, setPlacing] = useState(false);
  const keep = useKeepDay(ess);
  const asked = useRef(0);
  const latest = useRef<Proposal | null>(null);
  latest.current = proposal;

  const forget = useCallback(() => {
    asked.current += 1;
    setProposal(null);
  }, []);

  const refused = useCallback(
    (error: unknown) => {
      forget();
      if (day) keep.reload(day.date);
      onRefused(error);
    },
    [day, forget, keep, onRefused],
  );

  const propose = useCallback(
    async (actId: string, target: Target, isDrawn = true) => {
      if (!day) return;
      const before = latest.current;
      if (before?.actId === actId && isSameTarget(before.target, target)) {
        if (before.isDrawn !== isDrawn) setProposal({ ...before, isDrawn });
        return;
      }
      asked.current += 1;
      const mine = asked.current;
      setProposal({ actId, target, move: null, isDrawn });
      try {
        const { date, version } = day;
        const move = await moveVisit(ess, { date, version, actId, ...target, dryRun: true });
        if (asked.current === mine) setProposal((now) => now && { ...now, move });
      } catch (error) {
        if (asked.current === mine) refused(error);
      }
    },
    [day, ess, refused],
  );

  const place = useCallback(async () => {
    const wanted = latest.current;
    if (!day || !wanted?.move || placing) return;
    setPlacing(true);
    try {
      const { date, version } = day;
      const move = await moveVisit(ess, { date, version, actId: wanted.actId, ...wanted.target, dryRun: false });
      forget();
      keep.show(move.day);
      onPlaced(wanted, move);
    } catch (error) {
      refused(error);
    } finally {
      setPlacing(false);
    }
  }, [day, ess, forget, keep, onPlaced, placing, refused]);

  return { proposal, placing, propose, place, forget };
}
