import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];
export type QueueItem = Schemas['QueueItemView'];
export type QueueCounts = Schemas['QueueCountsView'];
export type QueuePage = Schemas['QueuePageView'];
/** One request opened whole, as the desk reads it. */
export type RequestFile = Schemas['RequestFileView'];
export type Evaluation = Schemas['EvaluationView'];
export type Answers = Schemas['RequestAnswersDto'];
