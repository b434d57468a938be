import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A test whose title names promises. */
export interface TaggedTest {
  /** Path from the root of the repository. */
  readonly file: string;
  /** The titles of the blocks around it and its own, without the tag. */
  readonly title: string;
  readonly promises: readonly string[];
}

const tag = /\s*\[promise ([^\]]*)\]/u;

/** Every test below a folder whose title has a tag, by file and in the order of the file. */
export function taggedTests(root: string, folder: string): readonly TaggedTest[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.test.ts'))
    .sort()
    .flatMap((file) => taggedTestsIn(file, readFileSync(join(root, file), 'utf8')));
}

/**
 * The tests of one file whose titles have a tag: `test('… [promise set-rotate, set-key]', …)`, also with `test.each`.
 * What a template puts into a title is shown as `…`. Throws if a tag stands elsewhere, where nobody would find it.
 */
export function taggedTestsIn(file: string, text: string): readonly TaggedTest[] {
  if (!text.includes('[promise ')) return [];
  const found: TaggedTest[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);

  function visit(node: ts.Node, around: readonly string[]): void {
    const call = blockOf(node);
    if (call === null) {
      ts.forEachChild(node, (child) => {
        visit(child, around);
      });
      return;
    }
    const [, ids] = tag.exec(call.title) ?? [];
    const title = [...around, call.title.replace(tag, '')];
    if (call.name === 'test' && ids !== undefined) {
      found.push({ file, title: title.join(' › '), promises: ids.split(',').map((id) => id.trim()) });
    }
    const inside = call.name === 'describe' ? title : around;
    ts.forEachChild(node, (child) => {
      visit(child, inside);
    });
  }

  visit(source, []);
  const tags = text.split('[promise ').length - 1;
  if (tags !== found.length) {
    throw new Error(`${file}: ${tags - found.length} of ${tags} tags "[promise …]" are not in the title of a test.`);
  }
  return found;
}

/** A call of `test`, `test.each(…)` or `describe` with its title; null for anything else. */
function blockOf(node: ts.Node): { readonly name: 'test' | 'describe'; readonly title: string } | null {
  if (!ts.isCallExpression(node)) return null;
  const name = calledName(node.expression);
  const [first] = node.arguments;
  if ((name !== 'test' && name !== 'describe') || first === undefined) return null;
  const title = titleOf(first);
  return title === null ? null : { name, title };
}

/** `test` of `test`, `test.each(rows)` and `test.each<Row>(rows)`, but not of the inner call `test.each(rows)` itself. */
function calledName(called: ts.Expression): string | null {
  if (ts.isIdentifier(called)) return called.text;
  if (!ts.isCallExpression(called)) return null;
  const { expression } = called;
  return ts.isPropertyAccessExpression(expression) && ts.isIdentifier(expression.expression)
    ? expression.expression.text
    : null;
}

function titleOf(node: ts.Expression): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}
