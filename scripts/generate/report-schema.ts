import { toJsonSchema } from '@valibot/to-json-schema';
import { reportShape } from '../../src/audit/report-shape.ts';

/** The JSON Schema of the audit's JSON report, for those who read it by program. */
export function reportSchema(): string {
  const { $schema, title, description, ...shape } = toJsonSchema(reportShape, { target: 'draft-07' });
  return `${JSON.stringify({ $schema, title, description, ...shape }, null, 2)}\n`;
}
