/**
 * A drawing that nobody sees can wait: while a page learns, the frame belongs to what is in view. What is out of view is
 * drawn when it is scrolled to, and when nothing new has come for a moment, so that it is right when it is printed or saved.
 */
import { oncePerFrame, type OncePerFrame } from './oncePerFrame';

const restMs = 300;
/** What is about to be scrolled to is drawn before it is there. */
const rootMargin = '150px';

const onView = new WeakMap<Element, (isInView: boolean) => void>();
let observer: IntersectionObserver | undefined;

/** As `oncePerFrame`, while the element is in view. */
export function drawnInView(watched: Element, draw: () => void): OncePerFrame {
  let isInView = true;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = oncePerFrame(() => {
    stopWaiting();
    draw();
  });
  const stopWaiting = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
  };
  onView.set(watched, (now) => {
    isInView = now;
    if (now && waiting !== undefined) soon();
  });
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) onView.get(target)?.(isIntersecting);
    },
    { rootMargin },
  );
  observer.observe(watched);
  const ask = (): void => {
    stopWaiting();
    if (isInView) soon();
    else waiting = setTimeout(soon, restMs);
  };
  const cancel = (): void => {
    stopWaiting();
    soon.cancel();
  };
  return Object.assign(ask, { cancel });
}
