import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];
export type PersonRole = Schemas['PersonRoleView'];
export type PersonRow = Schemas['PersonRowView'];
export type PersonState = PersonRow['state'];
export type PeopleGroup = NonNullable<Schemas['PeopleQueryDto']['group']>;
export type Person = Schemas['PersonView'];
export type PeopleOptions = Schemas['PeopleOptionsView'];
export type Departure = Schemas['DepartureView'];
export type Settings = Schemas['EssSettingsView'];
export type SharingDefault = Settings['sharingDefault'];
export type RoleOrder = Schemas['RoleDto'];
export type InviteOrder = Schemas['InvitePersonDto'];
