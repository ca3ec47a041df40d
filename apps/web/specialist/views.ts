import type { components } from '../api/schema.d.ts';

export type BoardView = components['schemas']['SpecialistBoardView'];
export type WorkItem = components['schemas']['WorkItemView'];
