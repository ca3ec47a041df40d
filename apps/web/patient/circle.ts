import { checkPhone } from '#contracts/identifiers';
import type { CircleKind, RelativeLink } from '#contracts/patient';
import type { SummaryError } from '../ui/error-summary.tsx';

/** A member of the circle while he is typed. */
export interface TypedMember {
  kind: CircleKind;
  name: string;
  link: RelativeLink | null;
  phone: string;
  /** The patient agrees that one speaks with this relative; null: not asked yet. */
  mayTalk: boolean | null;
  /** What the professional does for the patient. */
  role: string;
  professionalId: string | null;
  professionalLabel: string;
  /** YYYY-MM-DD, or what was typed when it is no date. */
  startsOn: string | null;
  endsOn: string | null;
}
export const EMPTY_MEMBER: TypedMember = {
  kind: 'relative',
  name: '',
  link: null,
  phone: '',
  mayTalk: null,
  role: '',
  professionalId: null,
  professionalLabel: '',
  startsOn: null,
  endsOn: null,
};

const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is missing, one sentence a field. */
export function circleErrors(typed: TypedMember): SummaryError[] {
  const errors: SummaryError[] = [];
  const ask = (field: string, message: string) => errors.push({ field: `cercle-${field}`, message });
  if (typed.kind === 'relative') {
    if (typed.name.trim().length < 2) ask('name', 'Écrivez le nom de ce proche.');
    if (!typed.link) ask('link', 'Choisissez son lien avec le patient.');
    if (typed.mayTalk === null) ask('mayTalk', 'Dites si le patient accepte qu’on lui parle.');
    const phone = typed.phone.trim() ? checkPhone(typed.phone) : null;
    if (phone && !phone.ok) ask('phone', phone.message);
  } else if (!typed.professionalId) ask('professional', 'Choisissez le professionnel dans la liste.');
  if (!typed.startsOn || !IS_DAY.test(typed.startsOn)) ask('startsOn', 'Écrivez depuis quand, par exemple 24/11/2026.');
  if (typed.endsOn && !IS_DAY.test(typed.endsOn)) ask('endsOn', 'Écrivez la fin comme 24/12/2026, ou effacez-la.');
  else if (typed.endsOn && typed.startsOn && typed.endsOn < typed.startsOn) ask('endsOn', 'La fin est avant le début.');
  return errors;
}

/** As the server takes it. */
export function toMember(typed: TypedMember) {
  const { kind, link, mayTalk } = typed;
  const period = { startsOn: typed.startsOn ?? '', ...(typed.endsOn && { endsOn: typed.endsOn }) };
  const [name, phone, role] = [typed.name.trim(), typed.phone.trim(), typed.role.trim()];
  if (kind === 'professional') {
    return { kind, professionalId: typed.professionalId ?? '', ...(role && { role }), ...period };
  }
  return { kind, name, link: link ?? 'autre', mayTalk: mayTalk === true, ...(phone && { phone }), ...period };
}
