import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { ORGANISATION_KIND_LABELS, ORGANISATION_KINDS } from '#contracts/enums';
import { checkRpps } from '#contracts/identifiers';
import { civilDay } from '../decision/instants.ts';
import { useEss } from '../layout/ess-shell.tsx';
import { CommuneField } from '../request-form/commune-field.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import type { SummaryError } from '../ui/error-summary.tsx';
import { fieldId } from '../ui/field-id.ts';
import { Notice, Sheet } from '../ui/sheet.tsx';
import { useUndoToast } from '../ui/undo-toast.tsx';
import { IdentityFields, identityErrors, NOBODY } from './identity-fields.tsx';
import { peopleApi, peopleKeys } from './people-api.ts';
import { BackToTeam, PeopleFrame } from './people-frame.tsx';
import styles from './people.module.css';
import { emptyRole, NEW_ORGANISATION, readRole } from './role-draft.ts';
import { RoleFields } from './role-fields.tsx';
import { useFormErrors } from './use-form-errors.ts';

const NO_PLACE = { name: '', kind: '', communeName: '', communeInsee: '' };

/** Who is invited: identity, address, role. The person chooses his own password, from the link of the mail. */
export function InvitePage() {
  const { slug, context } = useEss();
  const navigate = useNavigate();
  const client = useQueryClient();
  const toast = useUndoToast();
  const options = useQuery({ queryKey: peopleKeys.options(slug), queryFn: () => peopleApi(slug).options() });
  const [who, setWho] = useState(NOBODY);
  const [work, setWork] = useState({ profession: '', rpps: '' });
  const [place, setPlace] = useState(NO_PLACE);
  const [draft, setDraft] = useState(() => emptyRole(civilDay(new Date(), context.ess.timezone)));
  const [busy, setBusy] = useState(false);
  const form = useFormErrors();
  const isRequester = draft.role === 'requester';
  const newPlace = isRequester && draft.organisationId === NEW_ORGANISATION;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const kind = ORGANISATION_KINDS.find((one) => one === place.kind);
    const read = readRole(draft, options.data, newPlace);
    const errors = [...identityErrors(who), ...rppsErrors(work.rpps), ...('errors' in read ? read.errors : [])];
    if (newPlace && place.name.trim().length < 2)
      errors.push({ field: 'newOrganisation.name', message: 'Écrivez le nom de la structure.' });
    if (newPlace && !kind) errors.push({ field: 'newOrganisation.kind', message: 'Choisissez le genre de structure.' });
    if (errors.length > 0 || 'errors' in read) {
      form.show(errors);
      return;
    }
    setBusy(true);
    try {
      const { professionalId } = await peopleApi(slug).invite({
        ...read.order,
        ...who,
        email: who.email.trim(),
        profession: work.profession,
        rpps: work.rpps.trim() || null,
        ...(newPlace &&
          kind && { newOrganisation: { name: place.name.trim(), kind, communeInsee: place.communeInsee || null } }),
      });
      void client.invalidateQueries({ queryKey: peopleKeys.all(slug) });
      toast({ message: `Invitation envoyée à ${who.email.trim()}, pour sept jours.` });
      void navigate(`/${slug}/equipe/personne/${professionalId}`);
    } catch (thrown) {
      form.showThrown(thrown);
    } finally {
      setBusy(false);
    }
  };
  const field = (name: keyof typeof work) => ({
    id: fieldId(name),
    value: work[name],
    error: form.messageFor(name),
    onChange: (event: { currentTarget: { value: string } }) => setWork({ ...work, [name]: event.currentTarget.value }),
  });
  return (
    <PeopleFrame title="Inviter">
      <div>
        <BackToTeam />
        <h1>Inviter une personne</h1>
        <p className="soft">
          Elle reçoit un courriel avec le nom de votre équipe et un lien, valable sept jours, qui sert une fois.
        </p>
      </div>
      <Sheet as="div" className={styles.narrow}>
        <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
          <ErrorSummary errors={form.errors} attempt={form.attempt} before="d’inviter" />
          <IdentityFields value={who} messageFor={form.messageFor} onChange={(part) => setWho({ ...who, ...part })} />
          <div className={styles.fields}>
            {!isRequester && (
              <TextInput
                label="Profession, si utile"
                placeholder="Cardiologue"
                autoComplete="off"
                maxLength={80}
                {...field('profession')}
              />
            )}
            <TextInput
              label="RPPS, 11 chiffres, si connu"
              inputMode="numeric"
              autoComplete="off"
              maxLength={16}
              {...field('rpps')}
            />
          </div>
          <RoleFields
            draft={draft}
            options={options.data}
            mayAddOrganisation
            messageFor={form.messageFor}
            onChange={(part) => setDraft({ ...draft, ...part })}
          />
          {newPlace && (
            <fieldset className={styles.inset}>
              <legend>Nouvelle structure</legend>
              <div className={styles.fields}>
                <TextInput
                  id={fieldId('newOrganisation.name')}
                  label="Nom"
                  autoComplete="off"
                  maxLength={120}
                  value={place.name}
                  error={form.messageFor('newOrganisation.name')}
                  onChange={(event) => setPlace({ ...place, name: event.currentTarget.value })}
                />
                <NativeSelect
                  id={fieldId('newOrganisation.kind')}
                  label="Genre"
                  value={place.kind}
                  error={form.messageFor('newOrganisation.kind')}
                  data={[
                    { value: '', label: 'Choisir' },
                    ...ORGANISATION_KINDS.map((value) => ({ value, label: ORGANISATION_KIND_LABELS[value] })),
                  ]}
                  onChange={(event) => setPlace({ ...place, kind: event.currentTarget.value })}
                />
              </div>
              <CommuneField
                field="newOrganisation.communeInsee"
                label="Commune"
                name={place.communeName}
                inseeCode={place.communeInsee}
                error={form.messageFor('newOrganisation.communeInsee')}
                onChange={(communeName, communeInsee) => setPlace({ ...place, communeName, communeInsee })}
              />
            </fieldset>
          )}
          {options.isError && <Notice tone="watch">Les structures n’ont pas pu être lues. Rechargez la page.</Notice>}
          <div className={styles.buttons}>
            <Button type="submit" loading={busy}>
              Envoyer l’invitation
            </Button>
            <Button component={Link} to={`/${slug}/equipe`} variant="default">
              Annuler
            </Button>
          </div>
        </form>
      </Sheet>
    </PeopleFrame>
  );
}

function rppsErrors(typed: string): SummaryError[] {
  const rpps = typed.trim() ? checkRpps(typed) : null;
  return rpps && !rpps.ok ? [{ field: 'rpps', message: rpps.message }] : [];
}
