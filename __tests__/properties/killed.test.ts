import { expect, test } from '@jest/globals';
import { deaths, type Killing } from '../support/killed.ts';
import { killings } from '../support/killed-table.ts';

test.each<Killing>(killings)(
  'killed at each of its requests, before and after it is carried out, and run again: $name',
  async (killing) => {
    const failed: string[] = [];
    let count = 0;
    for await (const { line, faults } of deaths(killing)) {
      count += 1;
      if (faults.length > 0) failed.push([line, ...faults].join('\n  '));
    }
    expect(failed).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(10);
  },
);
