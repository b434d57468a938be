import type { ListInputs } from '../inputs/read.ts';
import { isManaged } from '../links/identity.ts';
import { list } from '../operations/list.ts';
import { mayReveal } from '../links/reveal.ts';
import type { Link } from '../links/link.ts';
import { linkElements } from '../present/outputs.ts';
import { countWords, listLines } from '../present/story.ts';
import { linksTable, roomSummary } from '../present/summary.ts';
import type { Tools } from './tools.ts';

/** The action `list`: reads a room's links and sets its outputs; gives the summary. */
export async function runList(inputs: ListInputs, tools: Tools): Promise<string> {
  const { runner, identity, output } = tools;
  const shows = (link: Link): boolean => mayReveal(link, inputs.revealLink);
  const { state, links, primary } = await list(
    {
      portal: tools.portal,
      log: runner,
      seen: ({ id }) => {
        output('room-id', id);
      },
    },
    { room: inputs.room, type: inputs.linkType },
  );
  output('links', { elements: linkElements(links, identity, shows), whole: 'The log names all of them.' });
  output('links-count', String(links.length));
  output('primary-link-id', primary?.id ?? '');
  listLines(state.links, inputs.linkType, tools.now(), shows).forEach(runner.line);
  return [
    `### DocSpace room links`,
    `${roomSummary(state.room)} · ${countWords(links.length, inputs.linkType)}`,
    linksTable(links, tools.now(), null, (id) => isManaged(identity, id), shows),
  ].join('\n\n');
}
