/** Things that follow the theme for as long as they stand in the page; those that were taken out are let go. */
import { onThemeChange } from './theme';

interface Follower {
  readonly element: Element;
  readonly onTheme: () => void;
  readonly onGone: () => void;
  /** Made a frame ago or longer: by then whoever made it has put it into the page. */
  isSettled: boolean;
}

const followers = new Set<Follower>();
let isListening = false;

export function followThemeWhileShown(
  element: Element,
  onTheme: () => void,
  onGone: () => void = () => undefined,
): void {
  letGo();
  const follower: Follower = { element, onTheme, onGone, isSettled: false };
  followers.add(follower);
  requestAnimationFrame(() => (follower.isSettled = true));
  if (isListening) return;
  isListening = true;
  onThemeChange(() => {
    letGo();
    for (const one of followers) one.onTheme();
  });
}

function letGo(): void {
  for (const follower of followers) {
    if (!follower.isSettled || follower.element.isConnected) continue;
    followers.delete(follower);
    follower.onGone();
  }
}
