import { stringify } from 'yaml';
import type { ActionSpec } from '../../src/actions/spec.ts';

/** Where the `action.yml` of an action lies, from the root of the repository. */
export function actionYmlPath({ folder }: ActionSpec): string {
  return folder === '' ? 'action.yml' : `${folder}/action.yml`;
}

/** The `action.yml` of an action. An input whose default depends on something has no `default` there. */
export function actionYml(action: ActionSpec): string {
  const dist = action.folder === '' ? 'dist' : '../dist';
  const content = {
    name: action.title,
    description: action.description,
    author: 'docspace-room-links contributors',
    branding: { icon: 'link', color: 'blue' },
    inputs: Object.fromEntries(
      action.inputs.map((input) => [
        input.name,
        { description: input.description, ...(input.default === '' ? {} : { default: input.default }) },
      ]),
    ),
    outputs: Object.fromEntries(action.outputs.map(({ name, description }) => [name, { description }])),
    runs: {
      using: 'node24',
      main: `${dist}/${action.main}`,
      ...(action.post === undefined ? {} : { post: `${dist}/${action.post}` }),
    },
  };
  const yaml = stringify(content, { lineWidth: 120, singleQuote: true });
  return `# Generated from src/actions; run \`npm run generate\`\n${yaml}`;
}
