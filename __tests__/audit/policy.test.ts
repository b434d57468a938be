import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { effectivePolicy, type PolicySettings } from '../../src/audit/policy.ts';
import { isAllowed, isProtected } from '../../src/audit/room-patterns.ts';
import { policyLine } from '../../src/render/audit/log.ts';
import { day } from '../support/links.ts';
import { pattern, settings } from './subjects.ts';

const full: PolicySettings = {
  maxLifetime: 14 * day,
  maxAccess: 5,
  require: ['expiration', 'password'],
  severity: new Map([
    ['DSL004', 'off'],
    ['DSL008', 'low'],
  ]),
  publicRooms: [pattern('2201'), pattern('Press*')],
  confidentialRooms: [pattern('*HR*')],
  warnBefore: 3 * day,
  staleAfter: 90 * day,
  titlePattern: /^LEGAL-/u,
};

describe('the policy that holds', () => {
  test('is the default where nobody says anything', () => {
    const { policy, origins } = effectivePolicy(settings(), null);
    expect(policy).toMatchObject({ maxLifetime: 30 * day, maxAccess: 2, maxInvitationAccess: 10, require: [] });
    expect(policy).toMatchObject({ warnBefore: 7 * day, staleAfter: 60 * day, titlePattern: null });
    expect(new Set(Object.values(origins))).toEqual(new Set(['default']));
  });

  test('is what the file says', () => {
    const { policy, origins } = effectivePolicy(settings(), full);
    expect(policy).toEqual({ ...full, maxInvitationAccess: 5 });
    expect(new Set(Object.values(origins))).toEqual(new Set(['file']));
  });

  test('is what the inputs say, before the file; severities go rule by rule [promise audit-precedence]', () => {
    const input = settings({
      maxLifetime: day,
      maxAccess: 2,
      require: ['managed'],
      severity: new Map([['DSL008', 'high']]),
    });
    const { policy, origins } = effectivePolicy(input, full);
    expect(policy).toEqual({
      ...full,
      maxLifetime: day,
      maxAccess: 2,
      maxInvitationAccess: 2,
      require: ['managed'],
      severity: new Map([
        ['DSL004', 'off'],
        ['DSL008', 'high'],
      ]),
    });
    expect(origins).toMatchObject({ maxLifetime: 'input', severity: 'input', warnBefore: 'file' });
  });

  test('is told in one line, with where each value came from', () => {
    expect(policyLine(effectivePolicy(settings(), null))).toBe(
      'Policy: max-lifetime 30d (default) · max-access viewer, of invitations editor (default) · warn-before 7d (default) · stale-after 60d (default)',
    );
    expect(policyLine(effectivePolicy(settings({ maxLifetime: 2 * day, require: ['login'] }), full))).toBe(
      'Policy: max-lifetime 2d (input) · max-access reviewer (file) · require login (input) · severity DSL004=off, DSL008=low (file) · public-rooms 2201, "Press*" (file) · confidential-rooms "*HR*" (file) · warn-before 3d (file) · stale-after 90d (file) · title-pattern ^LEGAL- (file)',
    );
  });
});

describe('rooms are named', () => {
  test.each([
    ['7', true],
    ['Contract 2027', true],
    ['contract 2027', false],
    ['Contract', false],
    ['Contract*', true],
    ['*2027', true],
    ['*tract*', true],
    ['C*c*7', true],
    ['*', true],
    ['Contract 2027*', true],
    ['Contract 20277*', false],
    ['Contract 2*027', true],
    ['Contract 20*027', false],
    ['Contract 2027*2027', false],
    ['*HR*', false],
    ['70', false],
  ])('by %j: %j', (name, expected) => {
    expect(isAllowed({ id: '7', title: 'Contract 2027' }, [pattern(name)])).toBe(expected);
    expect(isProtected({ id: '7', title: 'Contract 2027' }, [pattern(name)])).toBe(
      expected || name === 'contract 2027',
    );
  });

  test('digits are an id and nothing else, whatever the title of a room; with a star they are a title', () => {
    const room = { id: '7', title: '101' };
    for (const isNamed of [isAllowed, isProtected]) {
      expect(isNamed(room, [pattern('101')])).toBe(false);
      expect(isNamed(room, [pattern('10*')])).toBe(true);
      expect(isNamed({ id: '101', title: 'x' }, [pattern('101')])).toBe(true);
      expect(isNamed({ id: '101', title: 'x' }, [pattern('10*')])).toBe(false);
    }
  });

  test.each([
    ['*hr*', 'The HR files'],
    ['*STRASSE', 'Hauptstraße'],
    ['οδος*', 'ΟΔΟΣ ΑΒ'],
    ['*ΟΔΟΣ*', 'οδοσα'],
    ['B\u00dcRO', 'Bu\u0308ro'],
  ])('without case where they protect: %j is %j', (name, title) => {
    expect(isProtected({ id: '7', title }, [pattern(name)])).toBe(true);
    expect(isAllowed({ id: '7', title }, [pattern(name)])).toBe(false);
  });

  test('in Unicode NFC', () => {
    expect(isAllowed({ id: '7', title: 'Bu\u0308ro' }, [pattern('B\u00fcro')])).toBe(true);
  });

  test('as a regular expression of the same meaning would', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '.'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, text, (title, name) => {
        const parts = name.split('*').map((part) => part.replaceAll('.', '\\.'));
        const same = new RegExp(`^${parts.join('[^]*')}$`, 'u').test(title);
        expect(isAllowed({ id: 'id', title }, [pattern(name)])).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });
});
