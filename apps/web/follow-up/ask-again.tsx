import { Button } from '@mantine/core';
import { IconMessage2Heart } from '@tabler/icons-react';
import { useState } from 'react';
import type { RequestView } from '../api/views.ts';
import { AddToRequest } from './add-to-request.tsx';

/** Another question after an answer: the same request, the same specialist, nothing typed again. */
export function AskAgain({ request }: { request: RequestView }) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Button
        variant="default"
        leftSection={<IconMessage2Heart size={18} stroke={1.9} aria-hidden="true" />}
        onClick={() => setOpen(true)}
        fullWidth
      >
        Poser une autre question…
      </Button>
    );
  }
  const leave = () => setOpen(false);
  return <AddToRequest request={request} move="ask_again" onLeave={leave} onSent={leave} />;
}
