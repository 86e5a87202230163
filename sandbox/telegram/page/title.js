/** Counts in the tab's title what arrived while nobody was looking, as a phone's badge does. */
export function createTitle() {
  let name = document.title.replace(/^\(\d+\) /, "");
  let missed = 0;

  const show = () => {
    document.title = missed > 0 ? `(${missed}) ${name}` : name;
  };
  const seen = () => {
    if (document.hidden) return;
    missed = 0;
    show();
  };
  document.addEventListener("visibilitychange", seen);

  return {
    /** @param {string} title */
    setName(title) {
      name = title;
      show();
    },
    /** @param {boolean} silent sent without a notification */
    notice(silent) {
      if (!document.hidden || silent) return;
      missed += 1;
      show();
    },
    stop: () => document.removeEventListener("visibilitychange", seen),
  };
}
