let minutes = 0;

/** Something happened: the time in which nothing did begins anew. */
export function stirred() {
  minutes = 0;
}

/**
 * Calls `act` once a minute with the minutes in which the page did nothing. Only calls and
 * new pages count as doing something, not the mouse (facts: portal §7, confidence A).
 *
 * @param {(minutes: number) => void} act
 */
export function onIdleMinute(act) {
  setInterval(() => {
    minutes += 1;
    act(minutes);
  }, 60_000);
}
