import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];
export type WorkItem = Schemas['WorkItemView'];
export type Worklist = Schemas['WorklistView'];
export type WorklistCounts = Schemas['WorklistCountsView'];
export type WorklistName = 'unread' | 'appointments';
