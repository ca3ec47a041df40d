import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useEss } from '../layout/ess-shell.tsx';
import { useNow } from '../ui/use-now.ts';
import { readDay, todayIn } from './dates.ts';
import { findVisit } from './find-visit.ts';
import { axisOf } from './lane-geometry.ts';
import { useDay, useDayOrders } from './use-day.ts';
import type { DayOrder } from './use-day.ts';
import { useDrag } from './use-drag.ts';
import { useProposal } from './use-proposal.ts';
import { placeWords, planWords } from './words.ts';

/** What was done is said this long. */
const SAID_MS = 12_000;
const atStart = { getInitialValueInEffect: false };

/** Everything the screen of one day knows and can do. */
export function usePlanner() {
  const { slug, context } = useEss();
  const timeZone = context.ess.timezone;
  const now = useNow();
  const today = todayIn(timeZone, new Date(now));
  const [params, setParams] = useSearchParams();
  const date = readDay(params.get('jour')) ?? today;
  const selectedId = params.get('visite');
  const isWide = useMediaQuery('(min-width: 1024px)', true, atStart);
  const query = useDay(slug, date);
  const day = query.data;
  const [problem, setProblem] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  const [running, setRunning] = useState<DayOrder['name'] | null>(null);

  const change = useCallback(
    (next: Record<string, string | null>, replace: boolean) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(next)) {
            if (value === null) after.delete(name);
            else after.set(name, value);
          }
          return after;
        },
        { replace },
      ),
    [setParams],
  );
  const goTo = useCallback(
    (to: string) => {
      setProblem(null);
      setSaid('');
      change({ jour: to === today ? null : to, visite: null }, true);
    },
    [change, today],
  );
  // Narrow, a visit is a screen of its own: the way back of the phone leads to the day.
  const select = useCallback(
    (actId: string | null) => change({ visite: actId }, isWide || actId === null),
    [change, isWide],
  );

  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const refuse = useCallback((error: unknown) => {
    setProblem(error);
    setSaid('');
  }, []);
  const { proposal, placing, propose, place, forget } = useProposal(slug, day, {
    onPlaced: ({ actId, target }, move) => {
      setProblem(null);
      const found = findVisit(move.day, actId);
      const where = placeWords(move.day, target, found?.stop?.startAt, timeZone);
      setSaid(`${found?.visit.patientName ?? 'La visite'}\u00a0: ${where}. C’est posé.`);
    },
    onRefused: refuse,
  });
  const orders = useDayOrders(slug, {
    onDone: (order, before, after) => {
      setProblem(null);
      setRunning(null);
      if (order.name === 'plan') setSaid(planWords(before, after));
      else if (order.name === 'publish') setSaid('Journée publiée. Les heures annoncées partent aux demandeurs.');
      else setSaid(order.locked ? 'Visite verrouillée\u00a0: une proposition ne la déplace plus.' : 'Visite libérée.');
    },
    onRefused: (error) => {
      setRunning(null);
      refuse(error);
    },
  });
  const { mutate } = orders;
  const run = useCallback(
    (order: DayOrder) => {
      if (!day || running) return;
      setRunning(order.name);
      setSaid('');
      mutate({ day, order });
    },
    [day, mutate, running],
  );

  const shown = proposal?.isDrawn && proposal.move ? proposal.move.day : day;
  const axis = useMemo(() => axisOf(shown?.teams ?? []), [shown]);
  const dragging = useDrag(day && !day.readOnly && running === null ? day : undefined, axis, {
    onHover: (actId, target) => void propose(actId, target, false),
    onDrop: (actId, target) => {
      select(actId);
      void propose(actId, target);
    },
    onCancel: forget,
  });
  return {
    slug,
    timeZone,
    date,
    today,
    now,
    isWide,
    query,
    /** As the server knows it. */
    day,
    /** As drawn: with the proposed move, when there is one. */
    shown,
    axis,
    selectedId,
    select,
    goTo,
    proposal,
    placing,
    propose,
    place,
    forget,
    run,
    running,
    problem,
    dismiss: () => setProblem(null),
    said,
    drag: dragging.drag,
    onPointerDown: dragging.onPointerDown,
  };
}
export type Planner = ReturnType<typeof usePlanner>;
