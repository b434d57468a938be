import type { ListInputs } from '../inputs/read.ts';
import { isManaged } from '../links/identity.ts';
import { list } from '../operations/list.ts';
import { linksOutput } from '../present/outputs.ts';
import { countWords, listLines } from '../present/story.ts';
import { linksTable, roomSummary } from '../present/summary.ts';
import type { Tools } from './tools.ts';

/** The action `list`: reads a room's links and sets its outputs; gives the summary. */
export async function runList(inputs: ListInputs, tools: Tools): Promise<string> {
  const { runner, identity, output } = tools;
  const { state, links, primary } = await list(
    { portal: tools.portal, log: runner },
    { room: inputs.room, type: inputs.linkType },
  );
  output('room-id', state.room.id);
  output('links', linksOutput(links, identity, inputs.revealLink));
  output('links-count', String(links.length));
  output('primary-link-id', primary?.id ?? '');
  listLines(state.links, inputs.linkType, tools.now()).forEach(runner.line);
  return [
    `### DocSpace room links`,
    `${roomSummary(state.room)} · ${countWords(links.length, inputs.linkType)}`,
    linksTable(links, tools.now(), null, (id) => isManaged(identity, id)),
  ].join('\n\n');
}
