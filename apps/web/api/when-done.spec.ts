import { describe, expect, test } from '@jest/globals';
import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { whenDone } from './when-done.ts';

/** A mutation as a component watches it, and the answer it waits for. */
function asked() {
  let answer = (_value: string) => {};
  let refuse = (_error: Error) => {};
  const observer = new MutationObserver(new QueryClient(), {
    mutationFn: () =>
      new Promise<string>((resolve, reject) => {
        answer = resolve;
        refuse = reject;
      }),
  });
  const leave = observer.subscribe(() => undefined);
  return { observer, leave, answer: (value: string) => answer(value), refuse: (error: Error) => refuse(error) };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('what follows an act', () => {
  test('is done though the line of who asked has gone before the answer', async () => {
    const heard: string[] = [];
    const { observer, leave, answer } = asked();
    whenDone(observer.mutate(), (value) => void heard.push(value));
    await settled();
    leave();
    answer('close');
    await settled();
    expect(heard).toEqual(['close']);
  });

  test('is not done when it is refused, and the refusal is not lost to who asked', async () => {
    const heard: string[] = [];
    const { observer, refuse } = asked();
    whenDone(
      observer.mutate(),
      () => void heard.push('done'),
      () => void heard.push('refused'),
    );
    await settled();
    refuse(new Error('non'));
    await settled();
    expect(heard).toEqual(['refused']);
    expect(observer.getCurrentResult().error).toEqual(new Error('non'));
  });
});
