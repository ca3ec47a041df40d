import {
  IconAmbulance,
  IconArrowForwardUp,
  IconBed,
  IconCalendarOff,
  IconCalendarPlus,
  IconDirectionSign,
  IconFilePlus,
  IconFlag,
  IconMessageQuestion,
  IconMessageReply,
  IconPhoneCheck,
  IconStethoscope,
} from '@tabler/icons-react';
import { ActButton } from '../desk/act-button.tsx';
import type { RequestFile } from '../desk/views.ts';
import { CareForm } from './care-form.tsx';
import styles from './care.module.css';
import { FORM_KEYS, FORM_WORDS } from './form-words.ts';
import { ALONE, CONVERT_WORDS, isWay, OTHERS, served, WAYS } from './moves.ts';
import type { FormMove } from './moves.ts';
import type { Care } from './use-care.ts';
import { WayChoice } from './way-choice.tsx';
import { WAY_ICONS } from './way-icons.ts';

const ICONS: Partial<Record<FormMove, typeof IconStethoscope>> = {
  hand_over: IconAmbulance,
  give_info: IconFilePlus,
  exam_back: IconFilePlus,
  book: IconCalendarPlus,
  unbook: IconCalendarOff,
  receive: IconPhoneCheck,
  tell_outcome: IconFlag,
  ask_info: IconMessageQuestion,
  pass: IconArrowForwardUp,
  decline: IconMessageReply,
  redirect: IconDirectionSign,
  admit: IconBed,
  ...WAY_ICONS,
};
/** What the file waits for from the desk: its line is the first thing to press. */
const AWAITED: readonly FormMove[] = ['book', 'receive', 'give_info', 'exam_back'];

interface CareSectionProps {
  request: RequestFile;
  care: Care;
  busy: boolean;
  /** The primary action is here, not elsewhere on the screen. */
  first: boolean;
  /** The screen already has the title of what the file waits for. */
  untitled?: boolean;
}

/** The decision, in one order: what the file waits for, the way to answer, then the other acts. Only what is served. */
export function CareSection({ request, care, busy, first, untitled }: CareSectionProps) {
  const { form } = care;
  const alone = ALONE.find((move) => served(request, move));
  const isAnswered = request.state === 'reported';
  const others: FormMove[] = [...OTHERS.filter((move) => served(request, move))];
  if (isAnswered) others.push(...WAYS.filter((way) => served(request, way)));
  if (alone && form !== alone) others.unshift(alone);
  const ways = !isAnswered && WAYS.some((way) => served(request, way));
  if (!alone && !ways && others.length === 0) return null;
  return (
    <div className={styles.care}>
      {alone && form === alone && <CareForm care={care} form={alone} busy={busy} first={first} untitled={untitled} />}
      {ways && <WayChoice request={request} care={care} />}
      {ways && form && isWay(form) && <CareForm care={care} form={form} busy={busy} first={first} untitled />}
      {others.length > 0 && (
        <section className={styles.others} aria-label="Autres actes">
          {others.map((move) => (
            <OtherAct
              key={move}
              move={move}
              label={isAnswered && isWay(move) ? `${CONVERT_WORDS[move]}…` : FORM_WORDS[move].open}
              care={care}
              busy={busy}
              first={first && form === null && AWAITED.includes(move) && !ways}
            />
          ))}
        </section>
      )}
    </div>
  );
}

interface OtherActProps {
  move: FormMove;
  label: string;
  care: Care;
  busy: boolean;
  first: boolean;
}

function OtherAct({ move, label, care, busy, first }: OtherActProps) {
  if (care.form === move) {
    return <CareForm care={care} form={move} busy={busy} first onLeave={() => care.open('none')} />;
  }
  const Icon = ICONS[move] ?? IconStethoscope;
  return (
    <ActButton
      icon={<Icon size={17} stroke={1.9} aria-hidden="true" />}
      keyName={FORM_KEYS[move]}
      first={first}
      tall={first}
      onClick={() => care.open(move)}
    >
      {label}
    </ActButton>
  );
}
