import { toJsonSchema, type ConversionConfig } from '@valibot/to-json-schema';
import { fileSchema } from '../src/config-file/parse.ts';

/** How what the library does not know is converted, and what is no part of a JSON Schema goes. */
const config: ConversionConfig = {
  target: 'draft-07',
  // Of a pipe the last schema counts: the first ones only tell a list from a mapping.
  typeMode: 'output',
  overrideSchema: ({ valibotSchema, jsonSchema }) => {
    if (valibotSchema.type === 'map' && 'key' in valibotSchema && 'value' in valibotSchema) {
      const [names, values] = [valibotSchema.key, valibotSchema.value].map((one) => converted(one as never));
      return { type: 'object', propertyNames: names, additionalProperties: values } as never;
    }
    const { required, ...others } = jsonSchema;
    return required?.length === 0 ? others : undefined;
  },
  overrideAction: ({ valibotAction, jsonSchema }) => {
    const others = Object.fromEntries(Object.entries(jsonSchema).filter(([name]) => name !== 'words'));
    return valibotAction.type === 'raw_transform' || valibotAction.type === 'metadata' ? others : undefined;
  },
};

function converted(schema: Parameters<typeof toJsonSchema>[0]): object {
  return Object.fromEntries(Object.entries(toJsonSchema(schema, config)).filter(([name]) => name !== '$schema'));
}

/** The JSON Schema of the file of links, for editors (draft-07, which most of them speak). */
export function jsonSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'DocSpace room links',
    description: 'Links of ONLYOFFICE DocSpace rooms as code: .github/docspace-links.yml or .yaml',
    ...converted(fileSchema(new Date(0))),
  };
}
