const NEAR_BOTTOM = 80;

/**
 * Keeps the end of a list in sight while the person has not scrolled away from it.
 * @param {HTMLElement} scroller
 * @param {HTMLElement} list its content
 * @param {(pinned: boolean) => void} changed
 */
export function keepAtBottom(scroller, list, changed) {
  /** Whether the end is to stay in sight whatever grows or shrinks. */
  let pinned = true;
  /** On the way to the end by our own doing: what is passed on the way means nothing. */
  let travelling = false;
  let knownSize = "";

  // Not the scroll height: a row on its animated way in sticks out of the list for a moment.
  const size = () => `${scroller.clientHeight} ${list.offsetHeight}`;
  /** @param {number} slack pixels */
  const isNear = (slack) => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= slack;

  /** @param {boolean} smooth */
  function go(smooth) {
    const moving = smooth && !document.hidden && !isNear(1);
    pinned = true;
    travelling = moving;
    scroller.scrollTo({ top: scroller.scrollHeight, behavior: moving ? "smooth" : "instant" });
    changed(true);
  }

  function scrolled() {
    // A change of size moves the view too, before the observer hears of it: that is not the person's doing.
    if (travelling || size() !== knownSize) return;
    pinned = isNear(NEAR_BOTTOM);
    changed(pinned);
  }

  function settled() {
    const arrived = travelling;
    travelling = false;
    // Something may have grown on the way.
    if (arrived && pinned) go(false);
    else scrolled();
  }

  scroller.addEventListener("scroll", scrolled);
  scroller.addEventListener("scrollend", settled);
  // A picture that arrives, a keyboard that opens, a window that is turned: all change how much fits.
  const sizes = new ResizeObserver(() => {
    knownSize = size();
    if (pinned && !travelling) go(false);
  });
  sizes.observe(scroller);
  sizes.observe(list);

  return { go, isPinned: () => pinned };
}
