import * as v from 'valibot';
import { failure, type Failure } from '../links/problem.ts';
import { excerpt } from './excerpt.ts';
import type { Answer } from './exchange.ts';

/** What the body of an answer that is no success is (portal.md §5.1, §5.2). */
export type Body =
  | { readonly kind: 'empty' | 'html' | 'other' }
  | { readonly kind: 'exception'; readonly type: string | null; readonly message: string }
  | { readonly kind: 'problem'; readonly errors: readonly (readonly [field: string, text: string])[] }
  | { readonly kind: 'text'; readonly text: string };

const exception = v.object({
  error: v.object({ message: v.nullish(v.string(), ''), type: v.nullish(v.string(), null) }),
  statusCode: v.number(),
});
const errors = v.nullish(v.record(v.string(), v.array(v.string())), {});
const problem = v.object({ status: v.number(), errors });
const wrapped = v.object({ response: problem });

/** Sorts the body of an answer by its type and shape; no text is looked into. */
export function bodyOf({ contentType, text }: Answer): Body {
  if (text.trim() === '') return { kind: 'empty' };
  if (contentType === 'text/html') return { kind: 'html' };
  if (contentType === 'text/plain') return { kind: 'text', text };
  const json = parseJson(text);
  if (contentType === 'application/json') {
    if (typeof json === 'string') return { kind: 'text', text: json };
    const found = v.safeParse(exception, json);
    if (found.success) return { kind: 'exception', ...found.output.error };
  }
  if (contentType === 'application/problem+json') {
    const found = v.safeParse(
      v.union([
        v.pipe(
          wrapped,
          v.transform(({ response }) => response),
        ),
        problem,
      ]),
      json,
    );
    if (found.success) {
      const lists = Object.entries(found.output.errors);
      return { kind: 'problem', errors: lists.flatMap(([field, texts]) => texts.map((one) => [field, one] as const)) };
    }
  }
  return { kind: 'other' };
}

/** The value of a JSON text; undefined if it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What came instead of an answer of DocSpace. */
export function notDocSpace(answer: Answer, name: string): Failure {
  const { status, contentType, text } = answer;
  if (contentType === 'text/html' && status < 300) {
    return failure(
      'not-docspace',
      `The address answered ${name} with a web page, not with DocSpace's API: ${came(answer)}.`,
      'Check `portal-url`: it is the address of the portal itself, `https://your-portal.onlyoffice.com`. A login page or proxy in front of the portal answers so too.',
    );
  }
  const what =
    contentType === 'application/json' && text !== ''
      ? 'with JSON that is cut or broken'
      : 'otherwise than DocSpace does';
  return failure('not-docspace', `${name} was answered ${what}: ${came(answer)}.`);
}

/** Status, content type and the first characters, for a sentence. */
export function came({ status, contentType, text }: Answer): string {
  const type = contentType === '' ? 'no content type' : excerpt(contentType, 60).slice(1, -1);
  return `${status}, ${type}, ${text === '' ? 'empty' : excerpt(text, 80)}`;
}
