/** What a move breaks, and for whom when it is somebody else. */
export const BreakWords = ({ whose, text }: { whose: string | null; text: string }) => (
  <span>
    {whose && (
      <>
        <b>{whose}</b> ·{' '}
      </>
    )}
    {text}
  </span>
);
