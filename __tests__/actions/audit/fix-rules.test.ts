import { afterEach, expect, test } from '@jest/globals';
import { evaluateRoom } from '../../../src/audit/evaluate.ts';
import { fixableRuleIds } from '../../../src/audit/rules/ids.ts';
import { idIn, identity } from '../../support/links.ts';
import { closeAll } from '../../support/step.ts';
import { fixJudged, openStage, type Outcome } from './fixing.ts';
import { contextOf, pattern } from '../../audit/subjects.ts';

afterEach(closeAll);

const day = 86_400_000;

test('of all that the rules find and can mend nothing is left, and a second run writes nothing [promise audit-fix]', async () => {
  const now = new Date();
  const inDays = (days: number): number => Math.floor(now.getTime() / 1000) * 1000 + days * day;
  const stage = await openStage({}, { title: 'HR' });
  stage.link({ title: 'Endless editor', role: 10, password: 'Zx9-longenough' });
  stage.link({ title: 'Too long', expiresAt: inDays(90) });
  stage.link({ title: 'Expired', role: 10, expiresAt: inDays(-1) });
  stage.link({ title: 'Internal', internal: true });
  stage.link({ title: 'Fine', internal: true, expiresAt: inDays(5) });
  stage.link({ kind: 3, title: 'Join', role: 11, used: 4 });
  const more = (title: string, roomType: 1 | 2 | 5 | 6 = 5): number | string =>
    stage.portal.addRoom({ title, roomType }).id;
  const [second, third, fourth, open] = [more('Second'), more('Third'), more('Team', 2), more('Public', 6)];
  stage.link({ kind: 3, title: 'Expired', expiresAt: inDays(-1) }, second);
  stage.link({ kind: 3, title: 'Used up', maxUse: 3, used: 3, expiresAt: inDays(1) }, third);
  stage.link({ id: idIn(third, 'pr-58'), title: 'octo/contracts: pr-58', internal: true, expiresAt: inDays(1) }, third);
  stage.link({ kind: 3, title: 'Team', role: 11, maxUse: 3, expiresAt: inDays(1) }, fourth);
  stage.link({ title: 'Anyone', denyDownload: false, expiresAt: inDays(400) }, open);
  const [primary] = stage.links(open);

  const by = contextOf(
    { confidentialRooms: [pattern('HR')], require: ['login', 'no-download'] },
    { now, identity, closedPullRequests: [58] },
  );
  const audit = (): Promise<Outcome> =>
    fixJudged(stage, (room, links, portal) => evaluateRoom({ ...by, room, links, portal }), { named: fixableRuleIds });

  const first = await audit();
  expect(first.codes).toEqual([]);
  expect(first.report.done).toHaveLength(10);
  const rules = new Set(first.planned.flatMap((one) => one.rules));
  expect(fixableRuleIds.filter((id) => !rules.has(id))).toEqual(['DSL025']);

  const end = inDays(30);
  const others = { password: null, maxUse: null };
  expect(stage.links()).toMatchObject([
    {
      title: 'Endless editor',
      role: 2,
      internal: true,
      denyDownload: true,
      expiresAt: end,
      password: 'Zx9-longenough',
    },
    { title: 'Too long', role: 2, internal: true, denyDownload: true, expiresAt: end, ...others },
    { title: 'Internal', role: 2, internal: true, denyDownload: false, expiresAt: end, ...others },
    { title: 'Fine', role: 2, internal: true, denyDownload: false, expiresAt: inDays(5), ...others },
    { title: 'Join', role: 10, expiresAt: end, maxUse: 14, used: 4 },
  ]);
  expect([second, third].flatMap((id) => stage.links(id))).toEqual([]);
  expect(stage.links(fourth)).toMatchObject([{ title: 'Team', role: 10, maxUse: 3, expiresAt: inDays(1) }]);
  expect(stage.links(open)).toMatchObject([primary, { title: 'Anyone', denyDownload: true, expiresAt: end }]);

  const again = await audit();
  expect([again.planned, again.writes, again.codes]).toEqual([[], [], []]);
});
