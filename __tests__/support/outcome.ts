import { problemTable } from '../../src/links/problem.ts';
import type { Link } from '../../simulator/index.ts';
import { linksAt, type Asked, type Place, type Wanted } from './asked.ts';
import { isLive, isLostUpdate, isSame, lastList, removals, revivals, type History } from './history.ts';
import type { Ran } from './local-step.ts';
import { settings } from './settings.ts';

/** A run that has ended, with what it was asked for. */
export interface Finished {
  readonly name: string;
  readonly asked: Asked;
  readonly ran: Ran;
}

/**
 * What is not as interface.md promises it; and what is not so because of the window between a list and the write that
 * was planned by it, which is open by nature.
 */
export interface Verdict {
  readonly faults: readonly string[];
  readonly windows: readonly string[];
}

const none: Verdict = { faults: [], windows: [] };
const faultsOnly = (faults: readonly string[]): Verdict => ({ ...none, faults });

/** A link in few words. */
function inWords({ id, role, internal, expiresAt, password, maxUse, title }: Link): string {
  const end = expiresAt === null ? 'endless' : `until ${new Date(expiresAt).toISOString().slice(0, 19)}`;
  const more = `${password === null ? '' : ' password'}${maxUse === null ? '' : ` ${maxUse} uses`}`;
  return `${id.slice(-12)} "${title}" role ${role} ${internal ? 'users' : 'anyone'} ${end}${more}`;
}

/** What is wrong at the end of these runs. */
export function evaluate(runs: readonly Finished[], history: History): Verdict {
  const verdicts = [
    ...runs.map((run) => redness(run, history)),
    returned(runs, history),
    crowded(runs, history),
    ...openness(runs, history).map(({ reported }) => faultsOnly([reported])),
    untouched(runs, history),
    ...runs.filter(({ ran }) => ran.green).map((run) => kept(run, runs, history)),
    agreement(runs, history),
  ];
  return { faults: verdicts.flatMap(({ faults }) => faults), windows: verdicts.flatMap(({ windows }) => windows) };
}

/** A run is red because of a conflict, or of what its row allows; or since it wrote what was gone and could not know. */
function redness({ name, asked, ran }: Finished, history: History): Verdict {
  if (revivals(history).some(({ by, isBlind }) => isBlind && by === name)) return none;
  const allowed = [problemTable.conflict.title, ...(asked.mayFail ?? [])];
  const errors = ran.errors.filter(({ title }) => !allowed.includes(title));
  return faultsOnly(errors.map(({ title, text }) => `${name} is red: ${title}: ${text.split('\n', 1).join('')}`));
}

/**
 * No id that was gone comes back; but by a write that could not know, and then it goes again, or one of the two runs is
 * red, or neither has looked since in a way that shows it.
 */
function returned(runs: readonly Finished[], history: History): Verdict {
  const reported = revivals(history).map(({ id, by, revokedBy, isBlind, isSeen }) => {
    const isRed = runs.some(({ name, ran }) => [by, revokedBy].includes(name) && !ran.green);
    const isOpen = isBlind && (!history.last.has(id) || isRed || !isSeen);
    return { isOpen, text: `${id.slice(-12)} was revoked and lives again (written by ${by})` };
  });
  return {
    faults: reported.flatMap(({ isOpen, text }) => (isOpen ? [] : [text])),
    windows: reported.flatMap(({ isOpen, text }) => (isOpen ? [text] : [])),
  };
}

/** The links at a place; where there are several, without those that came back unseen. */
function present(place: Place, history: History): readonly Link[] {
  const unseen = new Set(revivals(history).flatMap(({ id, isBlind, isSeen }) => (isBlind && !isSeen ? [id] : [])));
  const links = linksAt(place, history.last);
  return links.length > 1 ? links.filter(({ id }) => !unseen.has(id)) : links;
}

function placesOf(runs: readonly Finished[]): readonly Place[] {
  return [...new Set(runs.flatMap(({ asked }) => asked.wants.map(({ place }) => place)))];
}

/** There is one live link at each place, and no primary link has become an additional one. */
function crowded(runs: readonly Finished[], history: History): Verdict {
  const { events, last, now } = history;
  const several = placesOf(runs).flatMap((place) => {
    const links = present(place, history).filter((link) => isLive(link, now));
    return links.length > 1 ? [`${links.length} links at ${place}: ${links.map(inWords).join(', ')}`] : [];
  });
  const primary = new Set(events.flatMap(({ after }) => linksAt('primary', after).map(({ id }) => id)));
  const strays = [...last.values()].filter(({ kind, id }) => kind === 1 && primary.has(id));
  return faultsOnly([
    ...several,
    ...strays.map((link) => `a primary link has become an additional one: ${inWords(link)}`),
  ]);
}

/** A setting in which a link is more open than all that were asked. */
export interface Openness {
  readonly setting: string;
  readonly link: Link;
  readonly reported: string;
}

/** Where links that the runs made or changed are more open than the widest of what they were asked for. */
export function openness(runs: readonly Finished[], history: History): readonly Openness[] {
  const changed = (link: Link): boolean => {
    const before = history.first.get(link.id);
    return before === undefined || !isSame(before, link);
  };
  return placesOf(runs).flatMap((place) =>
    present(place, history)
      .filter(changed)
      .flatMap((link) =>
        Object.entries(settings).flatMap(([setting, { width }]) => {
          const reported = `${place} is more open than anybody asked (${setting}): ${inWords(link)}`;
          return width(link) > widest(setting, place, runs, history) ? [{ setting, link, reported }] : [];
        }),
      ),
  );
}

/** How open a setting may be: as any of the runs asks, else as it was; else, where a run found none, as it is by default. */
function widest(name: string, place: Place, runs: readonly Finished[], { first, events, now }: History): number {
  const setting = settings[name];
  if (setting === undefined) return Infinity;
  const { width, widthOf, byDefault } = setting;
  const start = events[0]?.at ?? now;
  // What has expired keeps its settings, but has no life left to keep.
  const before = linksAt(place, first).map((link) =>
    name === 'expiration' && !isLive(link, start) ? byDefault(now) : width(link),
  );
  const asked = runs.flatMap(({ name: by, asked: { wants } }) =>
    wants
      .filter((wanted) => wanted.place === place)
      .flatMap(({ given: { [name]: text } }) => {
        if (text !== undefined && text !== 'keep') return [widthOf(text, now)];
        const seen = events.find((event) => event.by === by && event.label === 'links')?.before ?? first;
        return linksAt(place, seen).length === 0 || before.length === 0 ? [byDefault(now)] : [];
      }),
  );
  return Math.max(...before, ...asked);
}

/** Nothing happens to links that no run is about. */
function untouched(runs: readonly Finished[], { first, last, events }: History): Verdict {
  const places = placesOf(runs);
  const isOwn = (link: Link): boolean => places.some((place) => linksAt(place, new Map([[link.id, link]])).length > 0);
  const isOpenToAll = runs.some(({ asked }) => asked.takesAway && asked.verb !== 'set');
  const touched = [...first.values()].filter((link) => {
    const after = last.get(link.id);
    return !isOpenToAll && !isOwn(link) && (after === undefined || !isSame(link, after));
  });
  const primary = new Set(events.flatMap(({ after }) => linksAt('primary', after).map(({ id }) => id)));
  const strange = [...last.values()].filter((link) => !first.has(link.id) && !isOwn(link) && !primary.has(link.id));
  return faultsOnly([
    ...touched.map((link) => `a link that nobody named was touched: ${inWords(link)}`),
    ...strange.map((link) => `a link that nobody asked for: ${inWords(link)}`),
  ]);
}

/** The settings that a run was asked for and that a link has not. */
function unmet({ given }: Wanted, link: Link, now: number): readonly string[] {
  return Object.keys(given).filter((name) => settings[name]?.isMet(link, given[name] ?? '', now) === false);
}

/** What a green run has said is so at the end, unless another was asked for something else and came later. */
function kept({ name, asked, ran }: Finished, runs: readonly Finished[], history: History): Verdict {
  const { events, last, now } = history;
  const others = runs.filter((run) => run.name !== name);
  const proved = lastList(events, name);
  const takers = others.flatMap((other) => (other.asked.takesAway ? [other.name] : []));
  const isTaken = (id: string): boolean =>
    removals(events, id).some(({ by, at }) => takers.includes(by) && at > proved);
  const linkId = ran.outputs['link-id'] ?? '';
  const isNamed = asked.verb !== 'set' || last.has(linkId) || isTaken(linkId);
  const named = isNamed ? [] : [`${name} is green and names ${linkId.slice(-12)}, which is not there`];
  const settled = asked.wants.map((wanted): Verdict => {
    const [link] = present(wanted.place, history);
    if (link === undefined) {
      const seen = linksAt(wanted.place, events[proved]?.before ?? new Map());
      return seen.some(({ id }) => isTaken(id))
        ? none
        : faultsOnly([`${name} is green, and there is no ${wanted.place}`]);
    }
    const lost = unmet(wanted, link, now).filter(
      (setting) => !others.some((other) => contests(other, wanted, setting, link, history)),
    );
    const reported = lost.map(
      (setting) => `${name} is green, and ${setting} of ${wanted.place} is not as asked: ${inWords(link)}`,
    );
    return isLostUpdate(events, wanted.place) ? { ...none, windows: reported } : faultsOnly(reported);
  });
  return {
    faults: [...named, ...settled.flatMap(({ faults }) => faults)],
    windows: settled.flatMap(({ windows }) => windows),
  };
}

/** Whether a run was asked for another value of a setting: by an input, or since it made a link where it found none. */
function contests(
  run: Finished,
  { place, given }: Wanted,
  setting: string,
  { id }: Link,
  { events }: History,
): boolean {
  const { asked, name } = run;
  if (asked.changes?.includes(setting) === true) return true;
  const wanted = asked.wants.find((one) => one.place === place);
  if (wanted === undefined) return false;
  const other = wanted.given[setting];
  if (other !== undefined) return other !== given[setting];
  const made = events.findIndex(({ before, after }) => !before.has(id) && after.has(id));
  const listed = events[lastList(events, name, made)]?.before ?? new Map();
  return events[made]?.by === name && linksAt(place, listed).length === 0;
}

/** Two runs that ask for a link at the same place end with what a green one asks, and that one names it. */
function agreement(runs: readonly Finished[], history: History): Verdict {
  const [one, other] = runs;
  const places = placesOf(runs).filter((place) =>
    runs.every(({ asked }) => asked.wants.some((want) => want.place === place)),
  );
  if (one === undefined || other === undefined || places.length === 0) return none;
  const green = runs.filter(({ ran }) => ran.green);
  if (green.length === 0) return faultsOnly(['both runs are red']);
  const isAlike = JSON.stringify(one.asked) === JSON.stringify(other.asked) && !one.asked.takesAway;
  const ids = new Set(green.map(({ ran }) => ran.outputs['link-id']));
  if (isAlike && ids.size > 1) return faultsOnly(['both runs are green and name two links']);
  return faultsOnly(places.flatMap((place) => unowned(place, green, history)));
}

function unowned(place: Place, green: readonly Finished[], history: History): readonly string[] {
  const [link] = present(place, history);
  if (link === undefined) return []; // A green run says so itself.
  const owners = green.filter(({ asked }) =>
    asked.wants.every((wanted) => wanted.place !== place || unmet(wanted, link, history.now).length === 0),
  );
  if (owners.length === 0) return [`${place} is as no green run asks: ${inWords(link)}`];
  const isNamed = owners.some(({ asked, ran }) => asked.verb !== 'set' || ran.outputs['link-id'] === link.id);
  return isNamed ? [] : [`no green run names the ${place} that is there: ${inWords(link)}`];
}
