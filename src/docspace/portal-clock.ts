/** How far the portal's clock is ahead of this machine's: at least and at most so many milliseconds; negative: behind. */
export interface ClockOffset {
  readonly least: number;
  readonly most: number;
}

/** What the portal's answers say of its clock. */
export interface PortalClock {
  /**
   * Takes in the `Date` header of an answer, with the time of this machine when the request was sent and when its answer
   * was there. What is not an HTTP date is passed over.
   */
  readonly note: (date: string | undefined, sent: number, received: number) => void;
  /** What all answers together say; null if none has a date, or if they contradict each other. */
  readonly offset: () => ClockOffset | null;
}

/** The header has whole seconds (RFC 9110, 6.6.1), so its time may be so many milliseconds later. */
const second = 1000;
/** Several servers behind one address may differ by so much, in milliseconds; more is a contradiction. */
const tolerance = 2000;
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/u;

/**
 * A clock that knows nothing yet. One answer tells the difference to about a second; each further one narrows it, since
 * the true difference lies within what every one of them says.
 */
export function createPortalClock(): PortalClock {
  let known: ClockOffset | null = null;
  let contradicted = false;
  return {
    note(date, sent, received) {
      const time = date !== undefined && httpDate.test(date) ? Date.parse(date) : NaN;
      if (Number.isNaN(time) || received < sent) return;
      // The portal wrote the date at some time between the two.
      const heard = { least: time - received, most: time + second - sent };
      const both = {
        least: Math.max(heard.least, known?.least ?? -Infinity),
        most: Math.min(heard.most, known?.most ?? Infinity),
      };
      contradicted ||= both.least - both.most > tolerance;
      known = both.least <= both.most ? both : heard;
    },
    offset: () => (contradicted ? null : known),
  };
}
