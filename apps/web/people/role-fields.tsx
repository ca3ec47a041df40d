import { NativeSelect, TextInput } from '@mantine/core';
import { MEMBER_ROLE_LABELS, REQUESTER_ROLE_LABELS, REQUESTER_ROLES, TEMPORARY_ROLES } from '#contracts/enums';
import { fieldId } from '../ui/field-id.ts';
import styles from './people.module.css';
import { NEW_ORGANISATION, type RoleDraft } from './role-draft.ts';
import type { PeopleOptions } from './views.ts';
import { ROLE_CHOICES, ROLE_OPENS } from './words.ts';

interface RoleFieldsProps {
  draft: RoleDraft;
  options: PeopleOptions | undefined;
  /** A structure may be described beside the role. */
  mayAddOrganisation?: boolean;
  messageFor: (field: string) => string | undefined;
  onChange: (part: Partial<RoleDraft>) => void;
}

/** What somebody does in the team, for whom, and from when to when. */
export function RoleFields({ draft, options, mayAddOrganisation = false, messageFor, onChange }: RoleFieldsProps) {
  const { role } = draft;
  const temporary = role !== '' && TEMPORARY_ROLES.includes(role);
  return (
    <>
      <NativeSelect
        id={fieldId('role')}
        label="Rôle"
        description={role === '' ? undefined : ROLE_OPENS[role]}
        value={role}
        error={messageFor('role')}
        data={[
          { value: '', label: 'Choisir un rôle' },
          ...ROLE_CHOICES.map((value) => ({ value, label: MEMBER_ROLE_LABELS[value] })),
        ]}
        onChange={(event) => onChange({ role: ROLE_CHOICES.find((one) => one === event.currentTarget.value) ?? '' })}
      />
      {role === 'requester' && (
        <div className={styles.fields}>
          <NativeSelect
            id={fieldId('requesterRole')}
            label="Demande en tant que"
            value={draft.requesterRole}
            error={messageFor('requesterRole')}
            data={[
              { value: '', label: 'Choisir' },
              ...REQUESTER_ROLES.map((value) => ({ value, label: REQUESTER_ROLE_LABELS[value] })),
            ]}
            onChange={(event) => onChange({ requesterRole: event.currentTarget.value })}
          />
          <NativeSelect
            id={fieldId('organisationId')}
            label="Structure"
            value={draft.organisationId}
            error={messageFor('organisationId')}
            data={[
              { value: '', label: 'Choisir une structure' },
              ...(options?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name })),
              ...(mayAddOrganisation ? [{ value: NEW_ORGANISATION, label: 'Une autre structure…' }] : []),
            ]}
            onChange={(event) => onChange({ organisationId: event.currentTarget.value })}
          />
        </div>
      )}
      {role === 'delegate' && (
        <NativeSelect
          id={fieldId('delegateOf')}
          label="Écrit pour"
          description="Ce demandeur reste l’auteur de tout ce qui est envoyé."
          value={draft.delegateOf}
          error={messageFor('delegateOf')}
          data={[
            { value: '', label: 'Choisir un demandeur' },
            ...(options?.requesters ?? []).map(({ id, name, organisationId, organisationName }) => ({
              value: `${id} ${organisationId ?? ''}`,
              label: organisationName ? `${name}, ${organisationName}` : name,
            })),
          ]}
          onChange={(event) => onChange({ delegateOf: event.currentTarget.value })}
        />
      )}
      <div className={styles.fields}>
        <TextInput
          id={fieldId('startsOn')}
          label="Premier jour, jj/mm/aaaa"
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          value={draft.startsOn}
          error={messageFor('startsOn')}
          onChange={(event) => onChange({ startsOn: event.currentTarget.value })}
        />
        <TextInput
          id={fieldId('endsOn')}
          label={temporary ? 'Dernier jour, jj/mm/aaaa' : 'Dernier jour, si connu'}
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          value={draft.endsOn}
          error={messageFor('endsOn')}
          onChange={(event) => onChange({ endsOn: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
