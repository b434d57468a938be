import { expect, test } from '@jest/globals';
import type { DesiredLink } from '../../src/links/desired.ts';
import { newHistory, planRemaining } from '../../src/links/history.ts';
import type { Link } from '../../src/links/link.ts';
import type { LinkPlan } from '../../src/links/plan-link.ts';
import type { RoomState } from '../../src/links/room.ts';
import { Secret } from '../../src/links/secret.ts';
import { after, context, day, idOf, linkOf, planned, stateOf, wishOf } from '../support/links.ts';

const entry = {};
const id = idOf('default');
const old = linkOf({
  id,
  access: 10,
  expiration: after(3 * day),
  title: 'By hand',
  password: new Secret('Kept-Passw0rd'),
});

/** Plans again what was planned first for `first`, now that the room has these links; `ours`: written by this run. */
function again(
  first: RoomState,
  desired: Partial<DesiredLink>,
  links: readonly Link[],
  ours: readonly string[] = [id],
): LinkPlan | undefined {
  const begun = planned(first, desired);
  const history = {
    ...newHistory(first),
    written: new Map(ours.map((one) => [one, begun])),
    begun: new Map([[entry, begun]]),
  };
  return planRemaining(stateOf(links), wishOf(desired), { entry, history }, context).value;
}

test('a date that was kept is kept, though this run has left the link without one', () => {
  const plan = again(stateOf([old]), { access: 2 }, [{ ...old, access: 2, expiration: null }]);
  expect(plan).toMatchObject({ action: 'update', target: { access: 2, expiration: old.expiration } });
});

test('what another run has made without an end is kept as that has made it', () => {
  const plan = again(stateOf([old]), { access: 2 }, [{ ...old, access: 2, expiration: null }], []);
  expect(plan).toMatchObject({ action: 'none', target: { expiration: null } });
});

test('a link that never expired does not get an end, and has its password again', () => {
  const endless = { ...old, expiration: null };
  const plan = again(stateOf([endless]), { access: 2 }, [{ ...endless, access: 2, password: null }]);
  expect(plan?.target).toMatchObject({ access: 2, expiration: null });
  expect(plan?.target.password?.reveal()).toBe('Kept-Passw0rd');
});

test('a password that `generate` kept is the same again on the new link', () => {
  const plan = again(stateOf([old]), { rotate: true, password: { kind: 'generate' } }, []);
  expect(plan?.target.password?.reveal()).toBe('Kept-Passw0rd');
});

test('what becomes narrower meanwhile stays so', () => {
  const plan = again(stateOf([old]), { title: 'New' }, [{ ...old, access: 2, expiration: after(day) }]);
  expect(plan).toMatchObject({ action: 'update', target: { title: 'New', access: 2, expiration: after(day) } });
});

test('an old link that this run has taken away gives its settings to the new one', () => {
  const plan = again(stateOf([old]), { rotate: true }, []);
  expect(plan).toMatchObject({
    action: 'create',
    target: { access: 10, title: 'By hand', expiration: old.expiration },
  });
  expect(plan?.target.password?.reveal()).toBe('Kept-Passw0rd');
  expect(plan?.id).not.toBe(id);
});

test('a link that others have taken away before an update is made with the defaults, and no wider than planned', () => {
  const plan = again(stateOf([old]), { title: 'New' }, []);
  expect(plan).toMatchObject({ action: 'create', target: { access: 2, internal: true, title: 'New' } });
  expect(plan?.target.password?.reveal()).toBe('Kept-Passw0rd');
  expect(plan?.target.expiration).toEqual(old.expiration);
  expect(plan?.id).not.toBe(id);
});

test.each([
  { what: 'one that was there before is rotated', current: id, action: 'rotate' },
  { what: 'one that was not is the new URL', current: `${id.slice(0, 19)}8fff-ffffffffffff`, action: 'none' },
])('a new URL is given once: $what', ({ current, action }) => {
  expect(again(stateOf([old]), { rotate: true }, [{ ...old, id: current }], [])?.action).toBe(action);
});

test('an expired link that was replaced ends when a new one does', () => {
  const plan = again(stateOf([{ ...old, expired: true, expiration: after(-day) }]), {}, []);
  expect(plan?.target.expiration).toEqual(planned(stateOf([])).target.expiration);
  expect(plan?.target).toMatchObject({ access: 10, title: 'By hand' });
});
