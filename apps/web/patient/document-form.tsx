import { DOCUMENT_KIND_LABELS, DOCUMENT_KINDS } from '#contracts/patient';
import type { DocumentKind } from '#contracts/patient';
import { ChoiceField } from '../ui/choice-field.tsx';
import { ActForm } from './act-form.tsx';
import { useTyped } from './use-typed.ts';
import type { PatientPage } from './views.ts';

const NOT_SAID: { kind: DocumentKind | null } = { kind: null };
const missing = ({ kind }: typeof NOT_SAID) =>
  kind ? [] : [{ field: 'piece-kind', message: 'Choisissez la pièce que vous avez vue.' }];

/** Somebody of the team saw the paper, and which one; no copy of it is kept. */
export function DocumentForm({ page, onClose }: { page: PatientPage; onClose: () => void }) {
  const form = useTyped('piece', NOT_SAID, missing);
  const { kind } = form.typed;
  return (
    <ActForm
      patientId={page.id}
      name="Pièce d’identité vérifiée"
      form={form}
      toOrder={() =>
        kind && { order: { act: 'document', body: { version: page.version, kind } }, said: 'Pièce d’identité notée.' }
      }
      sendWords="Noter la vérification"
      closeWords="Ne rien noter"
      onClose={onClose}
    >
      <p className="soft">
        Vous avez la pièce devant vous, et ses traits sont ceux du dossier. Aucune copie n’est gardée.
      </p>
      <ChoiceField
        field="piece-kind"
        legend={'Quelle pièce avez-vous vue\u00a0?'}
        choices={DOCUMENT_KINDS.map((value) => ({ value, label: DOCUMENT_KIND_LABELS[value] }))}
        columns={1}
        value={kind}
        onChange={(chosen) => form.set({ kind: chosen })}
        error={form.errorOf('kind')}
      />
    </ActForm>
  );
}
