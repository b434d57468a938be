import { describe, expect, test } from '@jest/globals';
import { elements } from '../../support/step.ts';
import { openStage } from './stage.ts';

/** The answer to a write never comes: something in between answers instead. */
const lost = { kind: 'html', status: 200 } as const;
const refused = {
  kind: 'status',
  status: 403,
  body: { error: { message: 'No', type: 'System.InvalidOperationException', stack: '' }, status: 1, statusCode: 403 },
} as const;

const isRevoke =
  (id: string) =>
  (body: unknown): boolean =>
    (body as { linkId?: string }).linkId === id;

describe('a revoke whose answer is lost', () => {
  test('is not counted as none, and the error names the link [promise revoke-changed, outputs-of-failure]', async () => {
    const stage = await openStage();
    const link = stage.ours('a');
    stage.portal.fault({ method: 'PUT', times: 9 }, { ...lost, applied: true });
    const ran = await stage.revoke({ key: 'a' });
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: '', changed: '', 'revoked-count': '', links: '[]' });
    expect(ran.errors[0]?.text).toContain(
      `It is not known whether link ${link.id} "octo/contracts: a" of Room ${stage.roomId} "Contract 2027" is revoked: `,
    );
  });

  test.each([true, false])(
    'of two links one: the list after the other shows what is known (carried out: %s)',
    async (applied) => {
      const stage = await openStage();
      const link = stage.ours('a');
      stage.ours('b');
      stage.portal.fault({ method: 'PUT', body: isRevoke(link.id) }, { ...lost, applied });
      const ran = await stage.revoke({ managed: 'true' });
      expect(ran.exitCode).toBe(1);
      expect(ran.outputs).toMatchObject({ result: 'revoked', changed: 'true', 'revoked-count': applied ? '' : '1' });
      expect(ran.outputs['links-count']).toBe(applied ? '0' : '1');
      expect(ran.summary).toContain('### DocSpace room links: not all revoked');
      expect(ran.summary).toContain('octo/contracts: b');
      expect(ran.errors[0]?.text).toContain(applied ? `It is not known whether link ${link.id}` : `Link ${link.id}`);
    },
  );

  test('of a permanent primary link: the new link may be open, and that is said', async () => {
    const stage = await openStage(6);
    for (const link of stage.portal.links(stage.roomId)) link.password = 'Zx9-longenough';
    stage.portal.fault({ method: 'PUT', times: 9 }, { ...lost, applied: true });
    const ran = await stage.revoke({ primary: 'true', 'allow-rotate': 'true' });
    expect(ran.exitCode).toBe(1);
    expect(ran.outputs).toMatchObject({ result: '', changed: '', 'revoked-count': '' });
    // What there is now was looked up.
    expect(elements(ran, 'links')).toMatchObject([{ primary: true, internal: false, hasPassword: false }]);
    expect(ran.errors.map(({ text }) => text).join('\n')).toContain(
      'may have been made anew without its former role and password',
    );
  });

  test('in the post step: the link may not be revoked', async () => {
    const stage = await openStage();
    const desired = { key: 'job', expiration: '12h', 'revoke-after-job': 'true' };
    const step = await stage.set(desired);
    stage.portal.fault({ method: 'PUT', times: 9 }, { ...lost, applied: true });
    const post = await stage.afterJob(desired, step);
    const id = step.outputs['link-id'] ?? '';
    expect(post.warnings.map(({ text }) => text).join('\n')).toContain(
      `Link ${id} of room ${stage.roomId} may not be revoked.`,
    );
  });
});

test('of several links that are refused each error names its own', async () => {
  const stage = await openStage();
  const links = [stage.ours('a'), stage.ours('b')];
  stage.portal.fault({ method: 'PUT', times: 9 }, refused);
  const ran = await stage.revoke({ managed: 'true' });
  expect(ran.outputs).toMatchObject({ result: '', changed: 'false', 'revoked-count': '0', 'links-count': '2' });
  expect(ran.errors.map(({ text }) => text.split(' of ')[0])).toStrictEqual(
    links.map(({ id, title }) => `Link ${id} "${title}"`).toSorted(),
  );
  expect(ran.summary).toContain('### DocSpace room links: not revoked');
  expect(ran.summary).not.toContain('No such link was there');
});

test('the summary shows no links of the room that are not known', async () => {
  const stage = await openStage();
  stage.ours('a');
  stage.portal.fault({ method: 'GET', path: '/links', nth: 2, times: 9 }, { kind: 'html', status: 403 });
  const ran = await stage.revoke({ key: 'a' });
  expect([ran.exitCode, ran.outputs['links']]).toStrictEqual([1, '']);
  expect(ran.summary).not.toContain('Links of the room');
});
