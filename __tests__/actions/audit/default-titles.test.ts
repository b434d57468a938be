import { expect, test } from '@jest/globals';
import { isDefaultTitle, portalTitles } from '../../../src/links/default-titles.ts';
import { portalOf } from '../../support/step.ts';
import { good } from './gallery.ts';
import { audit } from './stage.ts';

test.each([
  'Shared link',
  'SHARED LINK',
  ' shared\u00a0link ',
  'Invite',
  'Gemeinsamer Link',
  'Einladungs-Link',
  'Link zum Ausfüllen',
  'Link zum Ausfu\u0308llen',
  "Lien d'invitation",
  'Ссылка для доступа',
  'ссылка для заполнения',
  'Κοινόχρηστος σύνδεσμος',
  'ΚΟΙΝΌΧΡΗΣΤΟΣ ΣΎΝΔΕΣΜΟΣ',
  '共有リンク',
  'رابط الدعوة',
  'Davetiye bağlantısı',
])('%j is a default title', (title) => {
  expect(isDefaultTitle(title)).toBe(true);
});

test.each(['', 'Shared link for the press', 'Gemeinsamer', 'Invited', 'octo/contracts: pr-58'])(
  '%j is none',
  (title) => {
    expect(isDefaultTitle(title)).toBe(false);
  },
);

test('the titles of every language of the portal are found, and no others [promise audit-default-titles]', async () => {
  expect(Object.keys(portalTitles)).toHaveLength(30);
  const titles = Object.values(portalTitles).flatMap((one) => Object.values(one) as string[]);
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Contract', roomType: 5 });
  for (const title of [...titles, 'For the auditors']) portal.addLink(room.id, { ...good, title });
  const { findings } = await audit(portal, { 'fail-on': 'never' });
  const found = findings.filter(({ rule }) => rule === 'DSL015');
  expect(found.map(({ linkTitle }) => linkTitle).toSorted()).toEqual(titles.toSorted());
  expect(found.find(({ linkTitle }) => linkTitle === 'Gemeinsamer Link')?.message).toBe(
    '"Gemeinsamer Link" is DocSpace\'s default title.',
  );
});
