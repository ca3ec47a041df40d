import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];
export type AttachmentView = Schemas['AttachmentView'];
export type AttachmentsView = Schemas['AttachmentsView'];
export type AttachmentKind = AttachmentView['kind'];
