import { useCallback, useEffect, useRef, useState } from 'react';
import type { PointerEvent as ReactPointerEvent } from 'react';
import { isSameTarget, targetAt, timeAt } from './lane-geometry.ts';
import type { Axis } from './lane-geometry.ts';
import type { DayView, Target } from './views.ts';

const START_PX = 6;
const PRICE_AFTER_MS = 90;
const EDGE_PX = 36;
const SCROLL_PX = 14;

export interface Drag {
  actId: string;
  x: number;
  y: number;
  target: Target | null;
}

interface DragHandlers {
  /** The visit is held above this place: price it. */
  onHover: (actId: string, target: Target) => void;
  onDrop: (actId: string, target: Target) => void;
  onCancel: () => void;
}

/** Under the pointer: a lane and its hour, the list of visits to place, or nothing. */
function targetUnder(x: number, y: number, grab: number, actId: string, day: DayView, axis: Axis): Target | null {
  for (const element of document.elementsFromPoint(x, y)) {
    // What is there already is not put back.
    if (element.closest('[data-unplanned]'))
      return day.unplanned.some((visit) => visit.actId === actId) ? null : { teamId: null };
    const lane = element.closest<HTMLElement>('[data-lane]');
    const team = day.teams.find(({ id }) => id === lane?.dataset.lane);
    if (lane && team) return targetAt(team, actId, timeAt(axis, y - grab - lane.getBoundingClientRect().top));
  }
  return null;
}

/** Near an edge of what scrolls, it scrolls. */
function scrollNear(x: number, y: number): void {
  const pane = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drag-scroll]');
  if (!pane) return;
  const { top, bottom, left, right } = pane.getBoundingClientRect();
  if (y < top + EDGE_PX * 2) pane.scrollTop -= SCROLL_PX;
  else if (y > bottom - EDGE_PX) pane.scrollTop += SCROLL_PX;
  if (x < left + EDGE_PX) pane.scrollLeft -= SCROLL_PX;
  else if (x > right - EDGE_PX) pane.scrollLeft += SCROLL_PX;
}

/** A visit carried by the mouse or the pen; a finger scrolls, and moves by the menu. */
export function useDrag(day: DayView | undefined, axis: Axis | null, handlers: DragHandlers) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef({ day, axis, handlers });
  const stop = useRef<() => void>(() => {});
  useEffect(() => {
    latest.current = { day, axis, handlers };
  });
  useEffect(() => () => stop.current(), []);

  const onPointerDown = useCallback((actId: string, event: ReactPointerEvent<HTMLElement>) => {
    if (event.button !== 0 || event.pointerType === 'touch' || !latest.current.axis) return;
    const from = { x: event.clientX, y: event.clientY };
    const grab = event.currentTarget.closest('[data-lane]')
      ? event.clientY - event.currentTarget.getBoundingClientRect().top
      : 0;
    let held = false;
    let under: Target | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const move = ({ clientX: x, clientY: y }: PointerEvent) => {
      if (!held && Math.hypot(x - from.x, y - from.y) < START_PX) return;
      held = true;
      const now = latest.current;
      if (!now.day || !now.axis) return;
      scrollNear(x, y);
      const target = targetUnder(x, y, grab, actId, now.day, now.axis);
      setDrag({ actId, x, y, target });
      if (isSameTarget(target, under) && target !== null) return;
      under = target;
      clearTimeout(timer);
      if (target) timer = setTimeout(() => latest.current.handlers.onHover(actId, target), PRICE_AFTER_MS);
    };
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', leave);
      window.removeEventListener('keydown', onKey, true);
      stop.current = () => {};
      setDrag(null);
    };
    const up = () => {
      end();
      if (!held) return;
      // The click that follows a drop opens nothing.
      const swallow = (click: MouseEvent) => click.stopPropagation();
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
      if (under) latest.current.handlers.onDrop(actId, under);
      else latest.current.handlers.onCancel();
    };
    const leave = () => {
      end();
      if (held) latest.current.handlers.onCancel();
    };
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      leave();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', leave);
    window.addEventListener('keydown', onKey, true);
    stop.current = end;
  }, []);
  return { drag, onPointerDown };
}
